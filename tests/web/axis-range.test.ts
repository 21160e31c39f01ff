// SPDX-License-Identifier: MIT
import { describe, expect, test } from 'vitest';
import { logTicks, lossRange, niceAbove, niceBelow } from '../../web/src/chart/axis-range.ts';
import { generator } from './support.ts';

describe('an axis', () => {
  test('ends at 1, 2, or 5 times a power of ten', () => {
    for (const [value, below, above] of [
      [0.0231, 0.02, 0.05],
      [0.7, 0.5, 1],
      [1, 1, 1],
      [1001, 1000, 2000],
      [6e-9, 5e-9, 1e-8],
    ] as const) {
      expect(niceBelow(value)).toBeCloseTo(below, 12);
      expect(niceAbove(value)).toBeCloseTo(above, 12);
    }
  });

  test('contains all losses', () => {
    const draw = generator(5);
    for (let i = 0; i < 500; i++) {
      const start = 10 ** (4 * draw() - 2);
      const low = start * 10 ** (-6 * draw());
      const { min, max } = lossRange(low, start, start, 'log');
      expect(min).toBeGreaterThan(0);
      expect(min).toBeLessThanOrEqual(low * (1 + 1e-9));
      expect(max).toBeGreaterThanOrEqual(start * (1 - 1e-9));
      expect(lossRange(low, start, start, 'linear').min).toBe(0);
    }
  });

  test('is not stretched by a racer that diverges', () => {
    const { max } = lossRange(0.01, 1e30, 0.7, 'log');
    expect(max).toBeLessThanOrEqual(5);
    expect(max).toBeGreaterThan(0.7);
  });

  test('has a range before there is any loss', () => {
    for (const scale of ['log', 'linear'] as const) {
      const { min, max } = lossRange(Number.POSITIVE_INFINITY, 0, 0, scale);
      expect(Number.isFinite(min) && max > min).toBe(true);
    }
  });

  test('has a few ticks, all within its range', () => {
    for (const range of [
      { min: 0.1, max: 1 },
      { min: 0.02, max: 2 },
      { min: 1e-12, max: 5 },
    ]) {
      const ticks = logTicks(range);
      expect(ticks.length).toBeGreaterThanOrEqual(2);
      expect(ticks.length).toBeLessThanOrEqual(9);
      for (const tick of ticks) {
        expect(tick).toBeGreaterThanOrEqual(range.min * 0.999);
        expect(tick).toBeLessThanOrEqual(range.max * 1.001);
      }
    }
  });
});

describe('losses below zero', () => {
  test('leave the frame below about three times the size of the first loss', () => {
    expect(lossRange(-4, 2, 2, 'linear')).toEqual({ min: -5, max: 2 });
    expect(lossRange(-1e300, 1e9, 2, 'linear')).toEqual({ min: -10, max: 10 });
    expect(lossRange(-80, -3, -3, 'linear')).toEqual({ min: -10, max: 0 });
  });
});
