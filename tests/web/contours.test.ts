// SPDX-License-Identifier: MIT
import { describe, expect, test } from 'vitest';
import { contour, gridPoints } from '../../web/src/pictures/contours.ts';
import { contourLevels, evenLevels } from '../../web/src/pictures/levels.ts';
import {
  boxAround,
  boxOf,
  holds,
  toPixel,
  toPoint,
  windowOn,
} from '../../web/src/pictures/window.ts';
import { engines } from './support.ts';

const size = { width: 300, height: 200 };

/** The midpoints of the segments of a contour, in the coordinates of the surface. */
function lineOf(level: number, value: (x: number, y: number) => number): [number, number][] {
  const window = windowOn({ x: [-3, 3], y: [-2, 2] }, size);
  const { points, ...grid } = gridPoints(window);
  const values = new Float64Array(points.length / 2);
  values.forEach((_, index) => {
    values[index] = value(points[2 * index] ?? 0, points[2 * index + 1] ?? 0);
  });
  const middles: [number, number][] = [];
  const [across, down] = [6 / (grid.columns - 1), 4 / (grid.rows - 1)];
  contour({ ...grid, values }, level, (x1, y1, x2, y2) => {
    middles.push([(across * (x1 + x2)) / 2 - 3, 2 - (down * (y1 + y2)) / 2]);
  });
  return middles;
}

describe('a contour', () => {
  test('of a distance is a full circle', () => {
    const circle = lineOf(1, (x, y) => Math.hypot(x, y));
    for (const [x, y] of circle) expect(Math.hypot(x, y)).toBeCloseTo(1, 2);
    const sectors = new Set(circle.map(([x, y]) => Math.floor(Math.atan2(y, x) * 10)));
    expect(sectors.size).toBe(63);
  });

  test('of a saddle does not cross the other branch', () => {
    for (const [x, y] of lineOf(0.01, (x, y) => x * x - y * y)) {
      expect(x * x - y * y).toBeGreaterThan(-0.01);
    }
  });

  test('of a constant or of NaN is empty', () => {
    expect(lineOf(1, () => 0)).toEqual([]);
    expect(lineOf(1, (x) => (x > 0 ? Number.NaN : 0))).toEqual([]);
    expect(lineOf(1, (x) => (x > 0 ? Number.POSITIVE_INFINITY : 0))).toEqual([]);
  });
});

describe('levels', () => {
  test.each(engines.float64.catalog.surfaces)('$id has about a dozen', ({ id, domain, minima }) => {
    const { points } = gridPoints(windowOn({ x: domain[0], y: domain[1] }, size));
    const values = engines.float64.values({ id }, points);
    const floor = minima.length > 0 ? Math.min(...minima.map(({ value }) => value)) : undefined;
    const levels = contourLevels(values, floor);
    expect(levels.length).toBeGreaterThanOrEqual(6);
    expect(levels.length).toBeLessThanOrEqual(17);
    levels.forEach((level, index) => {
      expect(level).toBeGreaterThan(levels[index - 1] ?? Number.NEGATIVE_INFINITY);
      expect(values.some((value) => value < level) && values.some((value) => value > level)).toBe(
        true,
      );
    });
  });

  test('are round numbers if they are evenly spaced', () => {
    expect(evenLevels(-2.2, 3.1, 5)).toEqual([-2, 0, 2]);
    expect(evenLevels(0, 1, 5)).toEqual([0, 0.2, 0.4, 0.6000000000000001, 0.8, 1]);
  });

  test('are finitely many, however close the values are', () => {
    expect(contourLevels(Float64Array.of(3, 3, 3), 0)).toEqual([]);
    expect(contourLevels(Float64Array.of(Number.NaN, Number.POSITIVE_INFINITY), 0)).toEqual([]);
    expect(evenLevels(20, 20 + 4e-15, 14).length).toBeLessThan(18);
    expect(evenLevels(1e300, 2e300, 14).length).toBeLessThan(18);
  });
});

describe('a window', () => {
  test('contains its box with equal scales, and maps both ways', () => {
    const window = windowOn({ x: [-2, 2], y: [-1, 3] }, size);
    expect(window.scale).toBe(50);
    expect(boxOf(window)).toEqual({ x: [-3, 3], y: [-1, 3] });
    expect(toPixel(window, [-3, 3])).toEqual([0, 0]);
    expect(toPoint(window, [150, 100])).toEqual([0, 1]);
    expect(toPoint(window, toPixel(window, [0.3, -0.7]))[1]).toBeCloseTo(-0.7, 12);
  });

  test('has a margin around points, also around a single one', () => {
    const box = boxAround(
      [
        [0, 0],
        [4, 1],
      ],
      0.25,
    );
    expect(box).toEqual({ x: [-1, 5], y: [-1, 2] });
    expect(boxAround([[2, 3]], 0.1)).toEqual({ x: [1, 3], y: [2, 4] });
    expect(boxAround([], 0.1)).toBeUndefined();
    expect(box && holds(box, { x: [0, 5], y: [-1, 0] })).toBe(true);
    expect(box && holds(box, { x: [0, 5.1], y: [-1, 0] })).toBe(false);
  });
});
