// SPDX-License-Identifier: MIT
import { expect, test } from 'vitest';
import { tableRows } from '../../web/src/chart/table-rows.ts';
import type { Axis } from '../../web/src/model/settings.ts';

const labels = (abscissas: number[], axis: Axis) =>
  tableRows(Float64Array.from(abscissas), axis).map(({ label }) => label);

test('fractions of a millisecond have labels of their own', () => {
  expect(labels([0, 0.0051, 0.0123, 0.25, 1.5, 20], 'time')).toEqual([
    '0.00',
    '0.00510',
    '0.0123',
    '0.250',
    '1.50',
    '20.0',
  ]);
});

test('of equal labels only the last row is kept', () => {
  expect(tableRows(Float64Array.of(0, 0.50001, 0.50002), 'time')).toEqual([
    { x: 0, label: '0.00' },
    { x: 0.50002, label: '0.500' },
  ]);
});

test('steps are whole numbers, denser at the start, at most fifty', () => {
  const steps = Array.from({ length: 10_001 }, (_, step) => step);
  const rows = labels(steps, 'steps').map((label) => Number(label.replaceAll(',', '')));
  expect(rows.length).toBeLessThanOrEqual(50);
  expect(rows.slice(0, 4)).toEqual([0, 1, 2, 3]);
  expect(rows.at(-1)).toBe(10_000);
  const gaps = rows.slice(1).map((step, row) => step - (rows[row] ?? 0));
  expect(Math.min(...gaps)).toBeGreaterThan(0);
  expect(gaps.at(-1)).toBeGreaterThan(1000);
});

test('nothing recorded gives no rows', () => {
  expect(labels([], 'steps')).toEqual([]);
});
