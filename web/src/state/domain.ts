// SPDX-License-Identifier: MIT
import type { Domain, Hyperparameter } from '../../../wasm/types.ts';

/** ASCII digits alone: what Number() takes beyond them (hexadecimal, blanks, empty text) is no number here. */
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

/** What to type instead of a value that a field refuses: `Enter a number that is 0 or more.` */
export function entryText(row: Hyperparameter, place = ''): string {
  const { min, max, minOpen, maxOpen } = row.domain ?? openDomain;
  const low = minOpen ? `above ${min}` : `${min} or more`;
  const high = maxOpen ? `below ${max}` : `${max} or less`;
  const bounds = [...(min === null ? [] : [low]), ...(max === null ? [] : [high])].join(' and ');
  return `Enter ${kindText(row)}${bounds && ` that is ${bounds}`}${place}.`;
}

/** What a link may say, as what follows its key: `must be a number at least 0, or full`. */
export function domainText(row: Hyperparameter): string {
  const words = (row.choices ?? []).map(({ id }) => id).join(', ');
  const numbers = [kindText(row), boundsText(row)].filter((part) => part !== '').join(' ');
  return words === '' ? `must be ${numbers}` : `must be ${numbers}, or ${words}`;
}

const kindText = ({ kind }: Hyperparameter): string =>
  kind === 'number' ? 'a number' : 'a whole number';

/** `at least 0 and below 1`; empty where every number is allowed. */
export function boundsText(row: Hyperparameter): string {
  const { min, max, minOpen, maxOpen } = row.domain ?? openDomain;
  const bounds = [
    min === null ? '' : `${minOpen ? 'above' : 'at least'} ${min}`,
    max === null ? '' : `${maxOpen ? 'below' : 'at most'} ${max}`,
  ];
  return bounds.filter((bound) => bound !== '').join(' and ');
}

const openDomain: Domain = { min: null, max: null, minOpen: false, maxOpen: false };
