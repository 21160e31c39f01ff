// SPDX-License-Identifier: MIT
import type { Domain, Hyperparameter } from '../../../wasm/types.ts';
import { grouped, plain } from '../format/number.ts';

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

/** The rule for a value, to follow the name of a setting: `must be a number above 0`. */
export function domainText(row: Hyperparameter): string {
  const words = (row.choices ?? []).map(({ id }) => id).join(', ');
  const numbers = [kindText(row), boundsText(row)].filter((part) => part !== '').join(' ');
  return words === '' ? `must be ${numbers}` : `must be ${numbers}, or ${words}`;
}

const kindText = ({ kind }: Hyperparameter): string =>
  kind === 'number' ? 'a number' : 'a whole number';

/** The request to a reader who typed a refused value: `Enter a whole number from 1 to 1,000,000.` */
export function requestFor(row: Hyperparameter): string {
  const { domain, choices = [] } = row;
  const words = choices.map(({ name }) => `“${name}”`).join(' or ');
  const instead = words === '' ? '' : `, or choose ${words}`;
  return `Enter ${kindText(row)}${spanText(domain ?? openDomain)}${instead}.`;
}

/** The limits, such as ` that is 0 or more`. Empty without limits. */
function spanText({ min, max, minOpen, maxOpen }: Domain): string {
  if (min !== null && max !== null && !minOpen && !maxOpen)
    return ` from ${amount(min)} to ${amount(max)}`;
  const bounds = [
    min === null ? '' : minOpen ? `greater than ${amount(min)}` : `${amount(min)} or more`,
    max === null ? '' : maxOpen ? `less than ${amount(max)}` : `${amount(max)} or less`,
  ].filter((bound) => bound !== '');
  return bounds.length > 0 ? ` that is ${bounds.join(' and ')}` : '';
}

const amount = (value: number): string =>
  Number.isInteger(value) && Math.abs(value) >= 1000 ? grouped(value) : plain(value);

/** The limits, such as `at least 0 and below 1`. Empty without limits. */
export function boundsText(row: Hyperparameter): string {
  const { min, max, minOpen, maxOpen } = row.domain ?? openDomain;
  const bounds = [
    min === null ? '' : `${minOpen ? 'above' : 'at least'} ${min}`,
    max === null ? '' : `${maxOpen ? 'below' : 'at most'} ${max}`,
  ];
  return bounds.filter((bound) => bound !== '').join(' and ');
}

const openDomain: Domain = { min: null, max: null, minOpen: false, maxOpen: false };
