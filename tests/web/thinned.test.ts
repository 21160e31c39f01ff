// SPDX-License-Identifier: MIT
import { expect, test } from 'vitest';
import type { Run, DataView as SplitData } from '../../wasm/types.ts';
import { thinned } from '../../web/src/engine/thinned.ts';

/** Every third sample is kept for testing. A sample's inputs and target are its number. */
function runOn(rows: number, width: number): Pick<Run, 'data'> {
  const all = Array.from({ length: rows }, (_, i) => i);
  const data = (some: readonly number[] = all): SplitData => ({
    inputs: some.map((i) => new Array<number>(width).fill(i)),
    shape: { channels: 1, height: 1, width },
    targets: [...some],
    train: all.filter((i) => i % 3 > 0),
    test: all.filter((i) => i % 3 === 0),
    classes: 0,
    missing: { train: [], test: [] },
  });
  return { data };
}

test('data of usual size are shown as they are', () => {
  const run = runOn(3000, 20);
  expect(thinned(run)).toEqual(run.data());
  expect(thinned(run, true)).toEqual(run.data());
});

test.each([
  [60_000, 4, 10_000],
  [6000, 500, 1000],
])('of %i samples with %i inputs, %i are shown', (rows, width, most) => {
  const shown = thinned(runOn(rows, width));
  expect(shown.counts).toEqual({ train: (2 * rows) / 3, test: rows / 3 });
  expect(Math.abs(shown.inputs.length - most)).toBeLessThanOrEqual(2);
  expect(shown.train.length + shown.test.length).toBe(shown.inputs.length);
  const targets = shown.targets as number[];
  expect(shown.inputs.map((row) => row[0])).toEqual(targets);
  expect(shown.test.every((i) => (targets[i] ?? 1) % 3 === 0)).toBe(true);
  expect(shown.train.every((i) => (targets[i] ?? 0) % 3 > 0)).toBe(true);
  expect(thinned(runOn(rows, width), true)).toEqual(shown);
  expect(new Set(targets).size).toBe(targets.length);
  expect(Math.max(...targets)).toBeGreaterThan(0.99 * rows);
});
