// SPDX-License-Identifier: MIT
import { describe, expect, test } from 'vitest';
import { plain, grouped, tickText } from '../../web/src/format/number.ts';
import { readTyped } from '../../web/src/model/typed-number.ts';
import { requestFor } from '../../web/src/model/domain.ts';
import type { Domain, Hyperparameter } from '../../wasm/types.ts';

describe('a typed number', () => {
  test.each([
    ['2,000', 2000],
    ['1,234,567.5', 1234567.5],
    ['0.1', 0.1],
    ['-1e-8', -1e-8],
    ['2 000', 2000],
    ['2\u202f000', 2000],
    ['−3', -3],
  ])('%s is read in English', (text, value) => {
    expect(readTyped(text, false, 'en')).toBe(value);
  });

  test.each(['', 'abc', '1,2', '0,1', '1,23,456', '0x10', '1e999', '١٢'])(
    '%s is none in English',
    (text) => {
      expect(readTyped(text, false, 'en')).toBeUndefined();
    },
  );

  test('a decimal comma is read in languages that use one', () => {
    expect(readTyped('0,1', false, 'de')).toBe(0.1);
    expect(readTyped('0.1', false, 'de')).toBe(0.1);
    expect(readTyped('1,5e-3', false, 'fr')).toBe(0.0015);
    // The page writes two thousand like this.
    expect(readTyped('2,000', false, 'de')).toBe(2000);
    // In a whole number the point can only group digits.
    expect(readTyped('2.000', true, 'de')).toBe(2000);
    expect(readTyped('2.000', false, 'de')).toBe(2);
    expect(readTyped('2’000', true, 'de-CH')).toBe(2000);
  });

  test.each([2000, 12345, 1e9, 0.1, 1e-8, -2.5])('the page accepts its own format: %d', (value) => {
    for (const locale of ['en', 'de', 'fr', 'de-CH']) {
      expect(readTyped(plain(value), false, locale)).toBe(value);
      if (Number.isInteger(value)) expect(readTyped(grouped(value), true, locale)).toBe(value);
    }
  });
});

describe('the request after a refused value', () => {
  const row = (kind: 'number' | 'integer', domain: Partial<Domain>, choices?: string[]) =>
    requestFor({
      kind,
      domain: { min: null, max: null, minOpen: false, maxOpen: false, ...domain },
      choices: choices?.map((name) => ({ id: name, name })),
    } as Hyperparameter);

  test.each([
    [row('number', { min: 0 }), 'Enter a number that is 0 or more.'],
    [row('number', { min: 0, minOpen: true }), 'Enter a number that is greater than 0.'],
    [
      row('number', { min: 0, max: 1, maxOpen: true }),
      'Enter a number that is 0 or more and less than 1.',
    ],
    [row('integer', { min: 2, max: 1e6 }), 'Enter a whole number from 2 to 1,000,000.'],
    [row('number', { max: 5 }), 'Enter a number that is 5 or less.'],
    [row('number', {}), 'Enter a number.'],
    [
      row('integer', { min: 1 }, ['full batch']),
      'Enter a whole number that is 1 or more, or choose “full batch”.',
    ],
  ])('%s', (text, expected) => {
    expect(text).toBe(expected);
  });
});

test('labels of a scale are all different', () => {
  for (const [low, step] of [
    [17.9, 0.01],
    [17.9, 0.002],
    [0, 0.5],
    [-4, 2],
    [1e-7, 1e-8],
    [123456, 10],
  ] as const) {
    const labels = [0, 1, 2, 3, 4].map((index) => tickText(low + index * step, step));
    expect(new Set(labels).size).toBe(5);
  }
  expect(tickText(0.5, 0.5)).toBe('0.5');
  expect(tickText(-4, 2)).toBe('-4');
});
