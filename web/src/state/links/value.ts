// SPDX-License-Identifier: MIT
import type { Domain, Hyperparameter, SettingValue } from '../../../../wasm/types.ts';

/** Part of a link that was not taken as it stood. */
export interface Notice {
  key: string;
  given: string;
  /** What stands instead; empty where nothing does. */
  used: string;
  why: string;
}

/** ASCII digits alone: what Number() takes beyond them (hexadecimal, blanks, empty text) is no number here. */
const decimal = /^[+-]?(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:[eE][+-]?[0-9]+)?$/;

const maxListLength = 16;

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

/** What is legal, in words. */
export function domainText(row: Hyperparameter): string {
  const words = (row.choices ?? []).map(({ id }) => id).join(', ');
  const what = row.kind === 'number' ? 'a number' : 'a whole number';
  const numbers = [what, boundsText(row)].filter((part) => part !== '').join(' ');
  return words === '' ? `must be ${numbers}` : `must be ${numbers}, or ${words}`;
}

/** `at least 0 and below 1`; empty where everything is legal. */
export function boundsText(row: Hyperparameter): string {
  const { min, max, minOpen, maxOpen } = row.domain ?? openDomain;
  const bounds = [
    min === null ? '' : `${minOpen ? 'above' : 'at least'} ${min}`,
    max === null ? '' : `${maxOpen ? 'below' : 'at most'} ${max}`,
  ];
  return bounds.filter((bound) => bound !== '').join(' and ');
}

const openDomain: Domain = { min: null, max: null, minOpen: false, maxOpen: false };

/** The value that `text` stands for, or why there is none and what comes closest. */
export function readValue(
  row: Hyperparameter,
  text: string,
  fallback: SettingValue,
): { value: SettingValue; why?: string } {
  switch (row.kind) {
    case 'switch':
      if (text === 'true' || text === '1') return { value: true };
      if (text === 'false' || text === '0') return { value: false };
      return { value: fallback, why: 'must be true or false' };
    case 'choice': {
      const ids = (row.choices ?? []).map(({ id }) => id);
      if (ids.includes(text)) return { value: text };
      return { value: fallback, why: `must be one of ${ids.filter((id) => id !== '').join(', ')}` };
    }
    case 'integers':
      return readList(row, text, fallback);
    default:
      if (row.choices?.some(({ id }) => id === text)) return { value: text };
      return readWithin(row, text, fallback);
  }
}

export function writeValue(value: SettingValue): string {
  return String(value);
}

function readList(row: Hyperparameter, text: string, fallback: SettingValue) {
  if (text === '') return { value: [] };
  const members = text.split(',').map(readNumber);
  const legal = members.every(
    (member) => member !== undefined && Number.isInteger(member) && inDomain(member, row.domain),
  );
  if (!legal) return { value: fallback, why: `each ${domainText(row)}` };
  if (members.length > maxListLength) {
    return { value: fallback, why: `must be at most ${maxListLength} numbers` };
  }
  return { value: members as number[] };
}

function readWithin(row: Hyperparameter, text: string, fallback: SettingValue) {
  const value = readNumber(text);
  if (value === undefined || (row.kind === 'integer' && !Number.isInteger(value))) {
    return { value: fallback, why: domainText(row) };
  }
  if (inDomain(value, row.domain)) return { value };
  return { value: clamped(value, row) ?? fallback, why: domainText(row) };
}

/** The nearest legal number; none where that end is open. */
function clamped(value: number, { domain }: Hyperparameter): number | undefined {
  if (!domain) return undefined;
  if (domain.min !== null && value <= domain.min) return domain.minOpen ? undefined : domain.min;
  return domain.maxOpen || domain.max === null ? undefined : domain.max;
}
