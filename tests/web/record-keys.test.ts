// SPDX-License-Identifier: MIT
import { expect, test } from 'vitest';
import { abscissaAfter, movesAlong } from '../../web/src/chart/record-keys.ts';

const steps = Float64Array.from({ length: 31 }, (_, step) => 2 * step);

test('the first key leads to the last record, and others go on from there', () => {
  expect(abscissaAfter('Home', steps, undefined)).toBe(60);
  expect(abscissaAfter('ArrowLeft', steps, 60)).toBe(58);
  expect(abscissaAfter('PageUp', steps, 58)).toBe(38);
  expect(abscissaAfter('ArrowRight', steps, 38)).toBe(40);
  expect(abscissaAfter('Home', steps, 40)).toBe(0);
  expect(abscissaAfter('End', steps, 0)).toBe(60);
});

test('a place between records counts as the one before, and no key leads beyond the ends', () => {
  expect(abscissaAfter('ArrowRight', steps, 5)).toBe(6);
  expect(abscissaAfter('PageUp', steps, 5)).toBe(0);
  expect(abscissaAfter('PageDown', steps, 55)).toBe(60);
  expect(abscissaAfter('End', new Float64Array(), undefined)).toBe(undefined);
});

test('other keys move nothing', () => {
  expect(['ArrowUp', 'Tab', 'a'].some(movesAlong)).toBe(false);
  expect(movesAlong('PageDown')).toBe(true);
});
