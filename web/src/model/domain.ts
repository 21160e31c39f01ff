// SPDX-License-Identifier: MIT
import type { Domain, Hyperparameter } from '../../../wasm/types.ts';
import { grouped, plain } from '../format/number.ts';
import { marked, msg, pieces } from '../language/message.ts';

/** Decimal numbers. Number() would also accept hexadecimal, blanks, and empty text. */
const decimal = /^[+-]?(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:[eE][+-]?[0-9]+)?$/;

export function readNumber(text: string): number | undefined {
  const value = decimal.test(text) ? Number(text) + 0 : Number.NaN; // + 0 makes -0 a plain zero.
  return Number.isFinite(value) ? value : undefined;
}

export function inDomain(value: number, domain: Domain | undefined): boolean {
  if (!Number.isFinite(value)) return false;
  if (!domain) return true;
  const { min, max, minOpen, maxOpen } = domain;
  const above = min === null || (minOpen ? value > min : value >= min);
  const below = max === null || (maxOpen ? value < max : value <= max);
  return above && below;
}

/** The request to a reader who typed a refused value: `Enter a whole number from 1 to 1,000,000.` */
export function requestFor({ kind, domain, choices = [] }: Hyperparameter): string {
  const { min = null, max = null, minOpen = false, maxOpen = false } = domain ?? {};
  const isSpan = min !== null && max !== null && !minOpen && !maxOpen;
  const signs = isSpan
    ? 'from to'
    : `${min === null ? '' : minOpen ? '>' : '>='}${max === null ? '' : maxOpen ? '<' : '<='}`;
  const text = (kind === 'number' ? numbers : wholeNumbers)[signs] ?? '';
  const number = pieces(text, { min: amount(min), max: amount(max) }).join('');
  if (choices.length === 0) return msg('Enter {number}.', { number });
  const quoted = choices.map(({ name }) => msg('“{name}”', { name }));
  const words = quoted.reduce((first, second) => msg('{first} or {second}', { first, second }));
  return msg('Enter {number}, or choose {words}.', { number, words });
}

/** By the signs of the limits. */
const numbers: Readonly<Record<string, string>> = {
  '': marked('a number'),
  '>': marked('a number that is greater than {min}'),
  '>=': marked('a number that is {min} or more'),
  '<': marked('a number that is less than {max}'),
  '<=': marked('a number that is {max} or less'),
  '><': marked('a number that is greater than {min} and less than {max}'),
  '><=': marked('a number that is greater than {min} and {max} or less'),
  '>=<': marked('a number that is {min} or more and less than {max}'),
  'from to': marked('a number from {min} to {max}'),
};

const wholeNumbers: Readonly<Record<string, string>> = {
  '': marked('a whole number'),
  '>': marked('a whole number that is greater than {min}'),
  '>=': marked('a whole number that is {min} or more'),
  '<': marked('a whole number that is less than {max}'),
  '<=': marked('a whole number that is {max} or less'),
  '><': marked('a whole number that is greater than {min} and less than {max}'),
  '><=': marked('a whole number that is greater than {min} and {max} or less'),
  '>=<': marked('a whole number that is {min} or more and less than {max}'),
  'from to': marked('a whole number from {min} to {max}'),
};

const amount = (value: number | null): string =>
  value === null
    ? ''
    : Number.isInteger(value) && Math.abs(value) >= 1000
      ? grouped(value)
      : plain(value);
