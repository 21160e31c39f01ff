// SPDX-License-Identifier: MIT
import { expect, test } from 'vitest';
import { withMark } from '../../web/src/language/other-languages.ts';

const messages = {
  'A rate of 0.001 keeps 2 layers': 'Una tasa de 0,001 conserva 2 capas, 3 o 4',
  '{n} steps at 0.5': { one: '{n} paso a 0,5', other: '{n} pasos a 0,5' },
};

test('numbers in texts have the mark of the region', () => {
  expect(withMark(messages, '.')).toEqual({
    'A rate of 0.001 keeps 2 layers': 'Una tasa de 0.001 conserva 2 capas, 3 o 4',
    '{n} steps at 0.5': { one: '{n} paso a 0.5', other: '{n} pasos a 0.5' },
  });
});

test('most regions write them as the catalogs do', () => {
  expect(withMark(messages, ',')).toBe(messages);
});
