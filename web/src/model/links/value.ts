// SPDX-License-Identifier: MIT
import type { Choice, Hyperparameter, SettingValue } from '../../../../wasm/types.ts';
import { phrase } from '../../language/phrase.ts';
import { inDomain, readNumber } from '../domain.ts';
import { numberIn } from './numbers.ts';
import { inAnyCapitals, suggestion } from './nearest.ts';
import { otherCapitals, type Reason } from './notices.ts';

const maxListLength = 16;

interface Read {
  value: SettingValue;
  /** Why it differs from the text. */
  reason?: Reason;
}

/** Reads a value. For an invalid text, returns the closest allowed value and the reason. */
export function readValue(row: Hyperparameter, text: string, fallback: SettingValue): Read {
  const choices = row.choices ?? [];
  const ids = choices.map(({ id }) => id);
  const word = inAnyCapitals(ids, text);
  if (word !== undefined) {
    return { value: word, ...(word !== text && { reason: otherCapitals }) };
  }
  switch (row.kind) {
    case 'switch': {
      const value = readSwitch(text);
      return value === undefined
        ? { value: fallback, reason: { says: phrase('{field} must be true or false.') } }
        : { value };
    }
    case 'choice': {
      const words = ids.filter((id) => id !== '').join(', ');
      const says = phrase('{field} must be one of {words}.', { words });
      return { value: fallback, reason: { says, ...suggestion(text, choices) } };
    }
    case 'integers':
      return readList(row, text, fallback);
    case 'text':
      return choices.length > 0
        ? readNames(choices, text, fallback)
        : readText(row, text, fallback);
    default:
      return readWithin(row, text, fallback);
  }
}

export function readSwitch(text: string): boolean | undefined {
  const small = text.toLowerCase();
  if (small === 'true' || small === '1') return true;
  return small === 'false' || small === '0' ? false : undefined;
}

/** A text stands with tildes for blanks, which links do not keep. */
export function writeValue(value: SettingValue): string {
  if (typeof value !== 'string') return String(value);
  // A last tilde keeps a bracket from being taken for one around the link.
  return value.replaceAll(/\s/g, '~').replace(/[^\w~]$/, '$&~');
}

/** Only the engine knows whether it means something. */
function readText({ longest = 0 }: Hyperparameter, text: string, fallback: SettingValue): Read {
  const value = text.replaceAll('~', ' ').trim();
  return value !== '' && value.length <= longest
    ? { value }
    : {
        value: fallback,
        reason: {
          says: phrase('{field} must be a text of 1 to {longest} characters.', { longest }),
        },
      };
}

/** Names of choices, with commas or blanks between them. */
function readNames(choices: readonly Choice[], text: string, fallback: SettingValue): Read {
  const ids = choices.map(({ id }) => id);
  const given = text.split(/[\s,~]+/).filter((name) => name !== '');
  const names = given.map((name) => inAnyCapitals(ids, name));
  const unknown = names.indexOf(undefined);
  if (unknown >= 0) {
    const says = phrase('{field} must be some of {words}.', { words: ids.join(', ') });
    return { value: fallback, reason: { says, ...suggestion(given[unknown] ?? '', choices) } };
  }
  const isSame = names.every((name, at) => name === given[at]);
  return { value: names.join(','), ...(!isSame && { reason: otherCapitals }) };
}

function readList(row: Hyperparameter, text: string, fallback: SettingValue): Read {
  if (text === '') return { value: [] };
  const members = text.split(',').map(readNumber);
  const legal = members.every(
    (member) => member !== undefined && Number.isInteger(member) && inDomain(member, row.domain),
  );
  if (!legal)
    return {
      value: fallback,
      reason: {
        says: phrase('{field} is a list. Each of its numbers must be {number}.', {
          number: numberIn(row),
        }),
      },
    };
  if (members.length > maxListLength) {
    const says = phrase('{field} must be at most {n} numbers.', { n: maxListLength });
    return { value: fallback, reason: { says } };
  }
  return { value: members as number[] };
}

function readWithin(row: Hyperparameter, text: string, fallback: SettingValue): Read {
  const reason = { says: phrase('{field} must be {number}.', { number: numberIn(row) }) };
  const value = readNumber(text);
  if (value === undefined || (row.kind === 'integer' && !Number.isInteger(value))) {
    return { value: fallback, reason };
  }
  if (inDomain(value, row.domain)) return { value };
  return { value: clamped(value, row) ?? fallback, reason };
}

/** The nearest allowed number, or undefined if that end is open. */
function clamped(value: number, { domain }: Hyperparameter): number | undefined {
  if (!domain) return undefined;
  if (domain.min !== null && value <= domain.min) return domain.minOpen ? undefined : domain.min;
  return domain.maxOpen || domain.max === null ? undefined : domain.max;
}

/** Whether two values are written alike. */
export function sameValue(a: unknown, b: unknown): boolean {
  return a === b || (Array.isArray(a) && Array.isArray(b) && a.join() === b.join());
}
