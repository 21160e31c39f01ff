// SPDX-License-Identifier: MIT
// The result that a link expects: how it is read and written, and what a race makes of it.
import { describe, expect, test, vi } from 'vitest';
import { told } from '../../web/src/language/phrase.ts';
import { hasResult, resultOf, verdictOf } from '../../web/src/race/expected.ts';
import type { Race } from '../../web/src/race/race.ts';
import type { Racer } from '../../web/src/race/racer.ts';
import type { Settings } from '../../web/src/model/settings.ts';
import { open, reached } from './race-support.ts';
import { decode, encode } from './support.ts';

vi.stubGlobal('requestAnimationFrame', (next: () => void) => setTimeout(next));

const one = '0123456789abcdef';
const other = 'fedcba9876543210';
const race = 'v=3&steps=40&run=sgd&run=adam';

describe('in a link', () => {
  test('it is the last field, with a hash for each racer', () => {
    const link = `${race}&expect=${one},${other}`;
    const { settings, notices } = decode(link);
    expect(notices).toEqual([]);
    expect(settings.expect).toEqual([one, other]);
    expect(encode(settings)).toBe(link);
    expect(encode({ ...settings, expect: [] })).toBe(race);
  });

  test('capitals are read too', () => {
    expect(decode(`${race}&expect=${one},${other.toUpperCase()}`).settings.expect).toEqual([
      one,
      other,
    ]);
  });

  test('marks may follow each hash', () => {
    const link = `${race}&expect=${one}-00ff-1234-abcd,${other}`;
    expect(decode(link)).toMatchObject({
      settings: { expect: [`${one}-00ff-1234-abcd`, other] },
      notices: [],
    });
    expect(encode(decode(link).settings)).toBe(link);
  });

  test('racers that are switched off have none', () => {
    const link = `v=3&run=sgd,off&run=adam&expect=${one}`;
    expect(decode(link)).toMatchObject({ settings: { expect: [one] }, notices: [] });
  });

  test('a link without it expects nothing', () => {
    expect(decode(race).settings.expect).toEqual([]);
  });

  test.each([
    [one, 'each of the 2 racers'],
    [`${one},${other},${one}`, 'each of the 2 racers'],
    [`${one},${other.slice(1)}`, 'each of the 2 racers'],
    [`${one},${other}0`, 'each of the 2 racers'],
    [`${one},0123456789abcdeg`, 'each of the 2 racers'],
    [`,${one}`, 'each of the 2 racers'],
    [`${one}-00f,${one}`, 'each of the 2 racers'],
    [`${one}${'-0000'.repeat(10)},${one}`, 'each of the 2 racers'],
    ['', 'each of the 2 racers'],
    ['<b>,__proto__', 'each of the 2 racers'],
  ])('%s is refused with the key, the rule and the value', (given, each) => {
    const { settings, notices } = decode(`${race}&expect=${given}`);
    expect(settings.expect).toEqual([]);
    expect(settings.racers).toHaveLength(2);
    expect(notices[0]).toMatchObject({
      key: 'expect',
      given,
      used: '',
      why: `must be 16 hexadecimal digits for ${each}, between commas, and may have four more after each hyphen`,
    });
  });

  test('without a racer it is refused', () => {
    const { notices } = decode(`v=3&run=&expect=${one}`);
    expect(notices).toMatchObject([{ key: 'expect', why: 'has no racer to be compared with' }]);
  });

  test('the step of a lesson keeps its race', () => {
    const { settings } = decode('v=3&lesson=downhill.1');
    const hashes = settings.racers.map(() => one);
    const again = decode(encode({ ...settings, expect: hashes })).settings;
    expect(again).toEqual({ ...settings, expect: hashes });
  });
});

/** A race at its end, and its settings. */
async function ended(link: string): Promise<[Race, Settings]> {
  const { settings } = decode(link);
  const run = await open(settings);
  run.play();
  await reached(run, 'finished');
  return [run, settings];
}

describe('a race', () => {
  test('has a result only at the end of its length', async () => {
    const { settings } = decode(race);
    const run = await open(settings);
    expect(await resultOf(run, settings)).toBeUndefined();
    run.play();
    await reached(run, 'finished');
    const result = await resultOf(run, settings);
    expect(result).toHaveLength(2);
    for (const hash of result ?? []) expect(hash).toMatch(/^[0-9a-f]{16}(-[0-9a-f]{4}){3}$/);
    run.play();
    expect(hasResult(run, settings), 'goes on').toBe(false);
    await reached(run, 'finished');
    expect(await resultOf(run, settings), 'after twice its length').toBeUndefined();
    run.reset();
    await reached(run, 'ready');
    run.play();
    await reached(run, 'finished');
    expect(await resultOf(run, settings), 'from the same start').toEqual(result);
  });

  test('gives the same result whatever its looks, and another one with another seed', async () => {
    const results = await Promise.all(
      [race, `${race}&speed=max&scale=linear&instruments=gradient-norm`, `${race}&seed=2`].map(
        async (link) => resultOf(...(await ended(link))),
      ),
    );
    expect(results[0]).toBeDefined();
    expect(results[1]).toEqual(results[0]);
    expect(results[2]?.every((hash, i) => hash !== results[0]?.[i])).toBe(true);
  });

  test('reproduces what was expected, or names the racers that did not', async () => {
    const [run, settings] = await ended(race);
    const [sgd = '', adam = ''] = (await resultOf(run, settings)) ?? [];
    const names = async (hashes: string[]) => {
      const verdict = await verdictOf(run, { ...settings, expect: hashes });
      const idOf = (racer: Racer): string => racer.settings.optimizer.id;
      return {
        same: verdict?.same.map(idOf),
        others: verdict?.others.map(({ racer, parted }) => [
          idOf(racer),
          parted && told(parted, { name: 'It' }),
        ]),
      };
    };
    expect(await names([sgd, adam])).toEqual({ same: ['sgd', 'adam'], others: [] });
    expect(await names([sgd, one]), 'without marks').toEqual({
      same: ['sgd'],
      others: [['adam', undefined]],
    });
    expect(await names([sgd.slice(0, 16), adam]), 'marks are not needed').toEqual({
      same: ['sgd', 'adam'],
      others: [],
    });
    expect(await names([`${one}-0000-0000`, adam]), 'other checkpoints').toMatchObject({
      others: [['sgd', undefined]],
    });
    expect(await names([adam, sgd]), 'only the start is the same').toEqual({
      same: [],
      others: [
        ['sgd', 'It parted between step 0 and step 4.'],
        ['adam', 'It parted between step 0 and step 4.'],
      ],
    });
    const marked = (marks: string) => names([`${one}${marks}`, adam]);
    const [, first, second, third] = sgd.split('-');
    expect((await marked(`-ffff-${second}-${third}`)).others).toEqual([
      ['sgd', 'It differed from the start.'],
    ]);
    expect((await marked(`-${first}-${second}-ffff`)).others).toEqual([
      ['sgd', 'It parted between step 4 and step 20.'],
    ]);
    expect((await marked(`-${first}-${second}-${third}`)).others).toEqual([
      ['sgd', 'It parted after step 20.'],
    ]);
  });

  test('that was changed on the way, or is of other settings, is not compared', async () => {
    const { settings } = decode(race);
    const run = await open(settings);
    run.advance(10);
    await reached(run, 'paused');
    const [first] = run.racers;
    if (!first) throw new Error('There is no racer.');
    expect(await run.configure(first, { learningRate: 0.5 })).toBe(true);
    run.play();
    await reached(run, 'finished');
    expect(await verdictOf(run, { ...settings, expect: [one, other] })).toBeUndefined();

    const [fresh, own] = await ended(race);
    expect(hasResult(fresh, own)).toBe(true);
    expect(hasResult(fresh, { ...own, run: { ...own.run, seed: 2 } })).toBe(false);
    expect(hasResult(fresh, { ...own, racers: own.racers.slice(1) })).toBe(false);
  });

  test('diverged, converged and at the target has a result as well', async () => {
    const links = [
      'v=3&surface=rosenbrock&steps=50&run=sgd,learningRate=1',
      'v=3&surface=booth&steps=1000&target=0.5&run=sgd,learningRate=0.005',
    ];
    for (const link of links) {
      const [run, settings] = await ended(link);
      expect(run.racers[0]?.status).not.toBe('running');
      expect(await resultOf(run, settings)).toHaveLength(1);
    }
  });
});
