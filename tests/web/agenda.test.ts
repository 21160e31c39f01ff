// SPDX-License-Identifier: MIT
import { describe, expect, test } from 'vitest';
import { Agenda } from '../../web/src/state/agenda.ts';

const after = (ms: number) => new Promise<void>((done) => setTimeout(done, ms));

describe('an agenda', () => {
  test('does at once what nothing is in the way of', () => {
    const agenda = new Agenda();
    const done: number[] = [];
    void agenda.do(() => done.push(1));
    void agenda.do(() => done.push(2));
    expect(done).toEqual([1, 2]);
  });

  test('keeps the order of asking, whatever each has to wait for', async () => {
    const agenda = new Agenda();
    const done: string[] = [];
    const slow = agenda.do(async () => {
      await after(20);
      done.push('slow');
    });
    const quick = agenda.do(() => done.push('quick'));
    const last = agenda.do(async () => {
      await after(1);
      done.push('last');
    });
    expect(done).toEqual([]);
    await Promise.all([slow, quick, last]);
    expect(done).toEqual(['slow', 'quick', 'last']);
    void agenda.do(() => done.push('at once'));
    expect(done.at(-1)).toBe('at once');
  });

  test('goes on after a failure, which is told to who asked', async () => {
    const agenda = new Agenda();
    const failed = agenda.do(async () => {
      await after(1);
      throw new Error('no');
    });
    const next = agenda.do(() => 'yes');
    await expect(failed).rejects.toThrow('no');
    expect(await next).toBe('yes');
    await expect(
      agenda.do(() => {
        throw new Error('not at once either');
      }),
    ).rejects.toThrow('not at once');
  });
});
