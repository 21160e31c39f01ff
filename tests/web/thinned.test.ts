// SPDX-License-Identifier: MIT
import { expect, test } from 'vitest';
import { thinned } from '../../web/src/chart/thinned.ts';
import { generator } from './support.ts';

const steps = (count: number) => Float64Array.from({ length: count }, (_, step) => step);

test('few points are all drawn', () => {
  const y = Float64Array.of(3, 1, 2);
  expect(thinned(steps(3), y, 3)).toEqual([
    { x: 0, y: 3 },
    { x: 1, y: 1 },
    { x: 2, y: 2 },
  ]);
  expect(thinned(steps(0), steps(0), 3)).toEqual([]);
});

test('many points keep the ends and the extremes', () => {
  const draw = generator(1);
  const y = steps(5000).map(() => draw());
  const points = thinned(steps(5000), y, 100);
  expect(points.length).toBeLessThanOrEqual(100);
  expect(points.length).toBeGreaterThan(50);
  expect(points[0]).toEqual({ x: 0, y: y[0] });
  expect(points.at(-1)).toEqual({ x: 4999, y: y[4999] });
  const heights = points.map((point) => point.y);
  expect(Math.min(...heights)).toBe(Math.min(...y));
  expect(Math.max(...heights)).toBe(Math.max(...y));
  expect(points.map(({ x }) => x)).toEqual([...points.map(({ x }) => x)].sort((a, b) => a - b));
});

test('what is not finite or not allowed is left out', () => {
  const y = Float64Array.of(Number.NaN, 4, Number.POSITIVE_INFINITY, 0, -1, 2, Number.NaN);
  const positive = (value: number) => value > 0;
  for (const limit of [100, 4])
    expect(thinned(steps(7), y, limit, positive).map((point) => point.y)).toEqual([4, 2]);
  expect(thinned(steps(7), y, 100).map((point) => point.y)).toEqual([4, 0, -1, 2]);
});
