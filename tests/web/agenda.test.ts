// SPDX-License-Identifier: MIT
import { describe, expect, test } from 'vitest';
import { Agenda } from '../../web/src/playground/agenda.ts';

const after = (ms: number) => new Promise<void>((done) => setTimeout(done, ms));

describe('an agenda', () => {
  test('runs a job at once if none is pending', () => {
    const agenda = new Agenda();
    const done: number[] = [];
    void agenda.do(() => done.push(1));
    void agenda.do(() => done.push(2));
    expect(done).toEqual([1, 2]);
  });

  test('runs jobs in the order of the calls, however long each waits', async () => {
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

  test('continues after a failure, which rejects the promise of its caller', async () => {
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
