// SPDX-License-Identifier: MIT
import type { Hyperparameter } from 'fall-line/engine';
import { describe, expect, test } from 'vitest';
import { epochs, grouped, percent, plain, threeDigits } from '../../web/src/format/number.ts';
import { positionOf, positions, valueAt } from '../../web/src/format/slider-scale.ts';
import { catalog, generator } from './support.ts';

describe('a number on the page', () => {
  test.each([
    [0.023149, '0.0231'],
    [0.5, '0.500'],
    [1.5, '1.50'],
    [12.345, '12.3'],
    [123.45, '123'],
    [999.4, '999'],
    [999.6, '1,000'],
    [12345.6, '12,346'],
    [1.234e-7, '1.23e-7'],
    [4.56e8, '4.56e+8'],
    [0, '0.00'],
    [-0.0123, '-0.0123'],
  ])('%d has three digits: %s', (value, text) => {
    expect(threeDigits(value)).toBe(text);
  });

  test.each([Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY])(
    '%d is shown as a dash',
    (value) => {
      expect(threeDigits(value)).toBe('–');
      expect(percent(value)).toBe('–');
    },
  );

  test('is never wider than nine characters, and never says NaN', () => {
    const draw = generator(3);
    for (let i = 0; i < 2000; i++) {
      const value = (draw() - 0.5) * 10 ** (40 * draw() - 20);
      const text = threeDigits(value);
      expect(text.length, text).toBeLessThanOrEqual(9);
      expect(text).not.toMatch(/NaN|Infinity/);
      expect(Number(text.replaceAll(',', ''))).toBeCloseTo(value, -Math.log10(Math.abs(value)) + 2);
    }
  });

  test('shares, counts, epochs', () => {
    expect(percent(0.996)).toBe('99.6 %');
    expect(grouped(1234567)).toBe('1,234,567');
    expect(grouped(999)).toBe('999');
    expect(epochs(4.75)).toBe('4.8');
    expect(epochs(1234)).toBe('1,234');
  });

  test('a setting is written as a person would type it', () => {
    for (const [value, text] of [
      [0.01, '0.01'],
      [1e-8, '1e-8'],
      [500, '500'],
      [1e6, '1e6'],
      [0.1 + 0.2, '0.3'],
    ] as const) {
      expect(plain(value)).toBe(text);
      expect(Number(plain(value))).toBeCloseTo(value);
    }
  });
});

const sliders = [
  ...catalog.optimizers.flatMap(({ hyperparameters }) => hyperparameters),
  ...catalog.datasets.flatMap(({ hyperparameters }) => hyperparameters),
  ...Object.values(catalog.settings).flat(),
].filter(({ slider, kind }) => slider && (kind === 'number' || kind === 'integer'));

const log: Hyperparameter = {
  ...(sliders[0] as Hyperparameter),
  kind: 'number',
  slider: { min: 1e-4, max: 10, scale: 'log' },
};

describe('a slider', () => {
  test.each(sliders.map((row) => [row.id, row] as const))('%s reaches both its ends', (_, row) => {
    const { min, max } = row.slider ?? { min: 0, max: 0 };
    const last = positions(row.slider ?? log.slider!, row.kind === 'integer');
    expect(Number.isInteger(last) && last > 0).toBe(true);
    expect(valueAt(row, 0)).toBe(min);
    expect(valueAt(row, last)).toBe(max);
    expect(positionOf(row, min)).toBe(0);
    expect(positionOf(row, max)).toBe(last);
    expect(positionOf(row, min - 1e9)).toBe(0);
    expect(positionOf(row, max + 1e9)).toBe(last);
  });

  test.each(sliders.map((row) => [row.id, row] as const))('%s is monotonic', (_, row) => {
    const last = positions(row.slider ?? log.slider!, row.kind === 'integer');
    let before = Number.NEGATIVE_INFINITY;
    for (let position = 0; position <= last; position++) {
      const value = valueAt(row, position);
      expect(value).toBeGreaterThanOrEqual(before);
      if (row.kind === 'integer') expect(Number.isInteger(value)).toBe(true);
      before = value;
    }
  });

  test('a logarithmic one gives every decade the same length, and round numbers', () => {
    const decade = positionOf(log, 0.01) - positionOf(log, 0.001);
    expect(positionOf(log, 0.1) - positionOf(log, 0.01)).toBe(decade);
    for (const value of [1e-4, 0.001, 0.01, 0.1, 1, 10]) {
      expect(valueAt(log, positionOf(log, value))).toBe(value);
    }
  });

  test('a value chosen with a slider maps back to its position', () => {
    for (let position = 0; position <= 100; position++) {
      expect(positionOf(log, valueAt(log, position))).toBe(position);
    }
  });
});
