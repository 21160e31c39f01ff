// SPDX-License-Identifier: MIT
import { describe, expect, test } from 'vitest';
import {
  countsOf,
  type DrawnPoint,
  erased,
  mostPoints,
  moved,
  nearest,
  placeAt,
  placed,
  pointAt,
  shifted,
} from '../../../../web/src/data/drawn/points.ts';

const point = (x: number, y: number, kind = 0): DrawnPoint => ({ x, y, class: kind });

describe('places', () => {
  test('are hundredths of a unit, and stay on the plane', () => {
    expect(placeAt(0.254, -0.256)).toEqual({ x: 25, y: -26 });
    expect(placeAt(3, -1.4)).toEqual({ x: 100, y: -100 });
    expect(shifted({ x: 98, y: 0 }, 5, -5)).toEqual({ x: 100, y: -5 });
  });

  test('have one zero', () => {
    const { x } = placeAt(-0.001, 0);
    expect(Object.is(x, 0)).toBe(true);
  });
});

describe('placing', () => {
  test('adds a point, and changes the class of one that is there', () => {
    const one = placed([], [point(1, 2)]);
    expect(one).toEqual([point(1, 2)]);
    expect(placed(one, [point(1, 2, 3), point(2, 2)])).toEqual([point(1, 2, 3), point(2, 2)]);
    expect(placed(one, [point(1, 2)])).toBe(one);
  });

  test('ends at the limit, but there a class can still be changed', () => {
    const many = Array.from({ length: mostPoints + 5 }, (_, i) =>
      point(i % 100, Math.floor(i / 100)),
    );
    const full = placed([], many);
    expect(full).toHaveLength(mostPoints);
    expect(placed(full, [point(-1, -1)])).toBe(full);
    expect(pointAt(placed(full, [point(0, 0, 1)]), { x: 0, y: 0 })?.class).toBe(1);
  });
});

describe('a point', () => {
  const points = [point(0, 0), point(10, 0, 1), point(0, 30, 2)];

  test('is found within a radius, the nearest first', () => {
    expect(nearest(points, { x: 6, y: 0 }, 8)).toBe(points[1]);
    expect(nearest(points, { x: 6, y: 0 }, 3)).toBeUndefined();
  });

  test('is moved, and replaces what it is put on', () => {
    const [first = point(9, 9), second = point(9, 9)] = points;
    expect(moved(points, first, { x: 5, y: 5 })).toEqual([point(5, 5), ...points.slice(1)]);
    expect(moved(points, first, second)).toEqual([point(10, 0), points[2]]);
    expect(moved(points, first, first)).toBe(points);
    expect(moved(points, point(3, 3), { x: 5, y: 5 })).toBe(points);
  });

  test('is erased within a radius', () => {
    expect(erased(points, { x: 5, y: 0 }, 5)).toEqual([points[2]]);
    expect(erased(points, { x: 50, y: 50 }, 5)).toBe(points);
  });
});

test('the points of each class are counted', () => {
  expect(countsOf([point(0, 0), point(1, 1, 5), point(2, 2)])).toEqual([2, 0, 0, 0, 0, 1]);
});
