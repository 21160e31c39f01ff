// SPDX-License-Identifier: MIT
// Numbers in the page's language: what the page writes it reads, and programs get the same as ever.
import { afterEach, describe, expect, test } from 'vitest';
import {
  epochs,
  grouped,
  percent,
  plain,
  pointText,
  threeDigits,
  tickText,
} from '../../web/src/format/number.ts';
import { setLanguage } from '../../web/src/language/current.ts';
import { fitting } from '../../web/src/language/fitting.ts';
import { inEnglish, phrase, told } from '../../web/src/language/phrase.ts';
import { readTyped } from '../../web/src/model/typed-number.ts';
import { decode, encode } from './support.ts';

afterEach(() => setLanguage('en', {}));

const inSpanish = (region: string, messages = {}) => setLanguage('es', messages, region);

test('numbers have the decimal mark of the region, and groups without points', () => {
  inSpanish('es-ES');
  expect([threeDigits(0.0231), threeDigits(1.2e-7), plain(0.05)]).toEqual([
    '0,0231',
    '1,20e-7',
    '0,05',
  ]);
  expect([grouped(12345), percent(0.996), epochs(4.75), tickText(0.25, 0.05)]).toEqual([
    '12\u202f345',
    '99,6 %',
    '4,8',
    '0,25',
  ]);
  expect(pointText([-1.2, 0.998])).toBe('-1,20; 0,998');
  inSpanish('es-MX');
  expect([threeDigits(0.0231), grouped(12345), pointText([-1.2, 0.998])]).toEqual([
    '0.0231',
    '12,345',
    '-1.20, 0.998',
  ]);
});

describe.each(['es', 'es-ES', 'es-MX', 'es-AR', 'es-US'])('%s', (region) => {
  test.each([2000, 12345, 1e9, 0.1, 1e-8, -2.5, 1234.5])('reads what it writes: %d', (value) => {
    inSpanish(region);
    for (const browser of ['es-ES', 'es-MX', 'en']) {
      expect(readTyped(plain(value), false, browser)).toBe(value);
      if (!Number.isInteger(value)) continue;
      for (const isWhole of [true, false])
        expect(readTyped(grouped(value), isWhole, browser)).toBe(value);
    }
  });
});

test('beside decimal commas, a decimal point is read too, but never between groups', () => {
  inSpanish('es-ES');
  expect(readTyped('0.001', false, 'es-ES')).toBe(0.001);
  expect(readTyped('0,001', false, 'en')).toBe(0.001);
  expect(readTyped('2.000', true, 'es-ES')).toBe(2000);
  expect(readTyped('1.234.567', true, 'es-ES')).toBe(1234567);
});

test('links are the same in every language', () => {
  const link = 'v=3&steps=1234&run=sgd,learningRate=0.05&run=adam,learningRate=1e-8';
  inSpanish('es-ES');
  expect(encode(decode(link).settings)).toBe(link);
});

test('a phrase is said in English to programs and in the page’s language to readers', () => {
  const rule = phrase('{field} must be {number}.', {
    number: phrase('a number above {min}', { min: '0.5' }),
  });
  const counts = phrase('{n} of {names}', {
    n: 12345,
    names: [phrase('{a}', { a: 'SGD' }), phrase('{a}', { a: 'Adam' })],
  });
  expect(inEnglish(counts)).toBe('12,345 of SGD and Adam');
  inSpanish('es-ES', {
    '{field} must be {number}.': '{field} debe ser {number}.',
    'a number above {min}': 'un número mayor que {min}',
    '{n} of {names}': '{n} de {names}',
  });
  expect(told(rule, { field: 'x' })).toBe('x debe ser un número mayor que 0.5.');
  expect(inEnglish(rule)).toBe('{field} must be a number above 0.5.');
  expect(told(counts)).toBe('12\u202f345 de SGD y Adam');
  expect(inEnglish(counts)).toBe('12,345 of SGD and Adam');
});

test('the notice of a link has its rule in English for programs', () => {
  inSpanish('es-ES', {
    '{field} must be {number}.': '{field} debe ser {number}.',
    'Did you mean {name}?': '¿Quieres decir {name}?',
  });
  const { notices } = decode('v=3&learningrat=1&run=sgd,learningRate=-1&run=adamm');
  const rate = notices.find(({ key }) => key === 'run=sgd: learningRate');
  expect(rate?.why).toBe('must be a number above 0');
  expect(rate && told(rate.says, { field: 'x' })).toMatch(/^x debe ser /);
  expect(notices.find(({ given }) => given === 'adamm')?.hint).toBe('¿Quieres decir adam?');
});

test.each([
  [null, ['de', 'es-MX', 'en'], 'es'],
  ['en', ['es'], 'en'],
  ['es-MX', ['en'], 'es'],
  ['xx', ['fr'], 'en'],
  [null, [], 'en'],
  ['qps-plocm', ['en'], 'qps-plocm'],
  ['ES', [], 'es'],
])('an address that asks for %s, and a reader of %j: %s', (asked, understood, tag) => {
  expect(fitting(asked, understood, ['en', 'es', 'qps-plocm'])).toBe(tag);
});
