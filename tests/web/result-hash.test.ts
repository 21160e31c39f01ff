// SPDX-License-Identifier: MIT
import { expect, test, vi } from 'vitest';
import { hash } from '../../web/src/engine/bits.ts';
import { resultHash } from '../../web/src/race/result-hash.ts';
import { runSettings } from '../../web/src/model/run-settings.ts';
import { open, reached } from './race-support.ts';
import { decode, engines } from './support.ts';

const link = 'v=3&dataset=spiral&hidden=4&steps=40&speed=max&run=sgd&run=adam';

test('is FNV-1a of 64 bits', () => {
  // Worked out with BigInt: 0x100000001b3n and 0xcbf29ce484222325n, over the bytes of these doubles.
  const slowly = (values: number[]) => {
    let state = 0xcbf29ce484222325n;
    for (const byte of new Uint8Array(Float64Array.from(values).buffer))
      state = BigInt.asUintN(64, (state ^ BigInt(byte)) * 0x100000001b3n);
    return state.toString(16).padStart(16, '0');
  };
  const parameters = Array.from({ length: 300 }, (_, i) => Math.sqrt(i) - 7);
  expect(hash({ trainLoss: [], testLoss: [], parameters })).toBe(slowly(parameters));
  expect(hash({ trainLoss: [1], testLoss: [2], parameters: [3] })).toBe(slowly([1, 2, 3]));
});

test('of a racer is that of the same run in the engine alone', async () => {
  const race = await open(link);
  race.play();
  await reached(race, 'finished');
  const { settings } = decode(link);
  for (const racer of race.racers) {
    const run = engines.float32.createRun(runSettings(settings, racer.settings));
    run.step(40);
    expect(await resultHash(racer)).toBe(hash({ ...run.curve(), parameters: run.parameters }));
    run.dispose();
  }
});

test('of a racer at the target does not depend on how far its engine has gone', async () => {
  const hashes: (string | undefined)[] = [];
  for (const amount of [1, 1000]) {
    const race = await open('v=3&surface=booth&steps=1000&target=0.5&run=sgd,learningRate=0.005');
    const [racer] = race.racers;
    if (!racer) throw new Error('There is no racer.');
    for (let at = amount; racer.racing && at <= 1000; at += amount) {
      race.advance(amount);
      await vi.waitUntil(() => race.at >= at || !racer.racing);
    }
    expect(racer.status).toBe('reached');
    hashes.push(await resultHash(racer));
  }
  expect(hashes[0]).toMatch(/^[0-9a-f]{16}$/);
  expect(hashes[1]).toBe(hashes[0]);
});
