// SPDX-License-Identifier: MIT
import type { Hyperparameter, SettingValue } from '../../../../wasm/types.ts';
import { domainText, inDomain, readNumber } from '../domain.ts';

/** Part of a link that was not taken as it stood. */
export interface Notice {
  key: string;
  given: string;
  /** What stands instead; empty where nothing does. */
  used: string;
  why: string;
}

const maxListLength = 16;

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
