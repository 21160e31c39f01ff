// SPDX-License-Identifier: MIT
import { expect, test } from 'vitest';
import { CurveStore } from '../../web/src/race/curve-store.ts';
import { records } from './curve.ts';

test('an empty store has no records, and NaN for every value', () => {
  const store = new CurveStore();
  expect(store.length).toBe(0);
  expect(store.column('step')).toHaveLength(0);
  expect(store.last('testLoss')).toBeNaN();
  expect(store.rowAt('step', 100)).toBe(-1);
});

test('later records do not change earlier ones', () => {
  const store = new CurveStore();
  for (let step = 0; step < 2000; step += 7) {
    store.append(records([step, step + 1], [1 / (step + 1), 1 / (step + 2)]));
  }
  expect(store.length).toBe(572);
  store.column('step').forEach((step, record) => {
    expect(step).toBe(7 * Math.floor(record / 2) + (record % 2));
    expect(store.at('testLoss', record)).toBe(1 / (step + 1));
  });
});

test('a column per layer is kept in a table per layer', () => {
  const store = new CurveStore();
  expect(store.layers).toHaveLength(0);
  store.append(records([0, 1, 2], [3, 2, 1]));
  store.append(records([5], [0.5]));
  const norms = () => store.layers.map((layer) => [...layer.column('weightNorms')]);
  expect(norms()).toEqual([
    [1, 2, 3, 6],
    [2, 3, 4, 7],
  ]);
  store.truncate(2);
  expect(norms()).toEqual([
    [1, 2],
    [2, 3],
  ]);
});

test('truncating removes the records from there on, and never adds any', () => {
  const store = new CurveStore();
  store.append(records([0, 1, 2, 3], [4, 3, 2, 1]));
  store.truncate(9);
  expect(store.length).toBe(4);
  store.truncate(2);
  expect([...store.column('testLoss')]).toEqual([4, 3]);
  store.append(records([5], [0.5]));
  expect([...store.column('step')]).toEqual([0, 1, 5]);
});

test('finds the last record at or before a value', () => {
  const store = new CurveStore();
  store.append(records([0, 1, 2, 10, 20], [1, 1, 1, 1, 1]));
  for (const [value, record] of [
    [-1, -1],
    [0, 0],
    [1.5, 1],
    [2, 2],
    [9.99, 2],
    [10, 3],
    [1e9, 4],
  ] as const) {
    expect(store.rowAt('step', value), `step ${value}`).toBe(record);
  }
});
