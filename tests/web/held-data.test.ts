// SPDX-License-Identifier: MIT
import { expect, test } from 'vitest';
import type { RunSettings } from '../../wasm/types.ts';
import { HeldData, SentData } from '../../web/src/engine/held-data.ts';

const settingsOf = (inputs: Float64Array, seed: number): RunSettings => ({
  problem: {
    dataset: { inputs, targets: Float64Array.of(0, 1), task: 'classification' as const },
    batchSize: 1,
  },
  optimizer: { id: 'sgd' },
  seed,
});

test('samples are sent once, and every run has them', () => {
  const [page, engine] = [new SentData(), new HeldData()];
  const [first, second] = [Float64Array.of(1, 2), Float64Array.of(3, 4)];
  const sent = [first, first, second, second, first].map((inputs, seed) => {
    const settings = settingsOf(inputs, seed);
    const message = page.lean(settings);
    expect(engine.whole(structuredClone(message))).toEqual(settings);
    return JSON.stringify(message).includes('"inputs"');
  });
  expect(sent).toEqual([true, false, true, false, true]);
});

test('settings without samples stay as they are', () => {
  const settings: RunSettings = {
    problem: { dataset: { id: 'spiral' } },
    optimizer: { id: 'sgd' },
  };
  expect(new SentData().lean(settings)).toBe(settings);
  expect(new HeldData().whole(settings)).toBe(settings);
});
