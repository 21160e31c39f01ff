// SPDX-License-Identifier: MIT
import type { Hyperparameter, SettingValue } from '../../../../wasm/types.ts';
import { readNumber } from '../domain.ts';
import type { Values } from '../settings.ts';
import { maxLinkLength, readPairs } from './grammar.ts';
import { type Notice, readValue, writeValue } from './value.ts';

/** What a link says, taken key by key; what could not be taken is noted. */
export class LinkParts {
  readonly runs: readonly string[];
  readonly notices: Notice[] = [];
  readonly #single = new Map<string, string>();

  constructor(link: string) {
    if (link.length > maxLinkLength) {
      this.note('link', `${link.length} characters`, `the first ${maxLinkLength}`, 'too long');
    }
    const runs: string[] = [];
    for (const [key, value] of readPairs(link)) {
      if (key === 'run') runs.push(value);
      else if (this.has(key)) this.note(key, value, '', 'is given twice');
      else this.#single.set(key, value);
    }
    this.runs = runs;
  }

  note(key: string, given: string, used: string, why: string): void {
    this.notices.push({ key, given, used, why });
  }

  has(key: string): boolean {
    return this.#single.has(key);
  }

  take(key: string): string | undefined {
    const value = this.#single.get(key);
    this.#single.delete(key);
    return value;
  }

  takeOneOf<T extends string>(key: string, known: readonly T[], fallback: T): T {
    const given = this.take(key);
    const found = known.find((candidate) => candidate === given);
    if (given === undefined || found !== undefined) return found ?? fallback;
    this.note(key, given, fallback, `must be one of ${known.join(', ')}`);
    return fallback;
  }

  /** Undefined where the link says nothing of the row. */
  takeValue(key: string, row: Hyperparameter, fallback: Values): SettingValue | undefined {
    const text = this.take(key);
    if (text === undefined) return undefined;
    const { value, why } = readValue(row, text, fallback[row.id] ?? row.default);
    if (why !== undefined) this.note(key, text, writeValue(value), why);
    return value;
  }

  /** Null where none is given, or none that is legal; `instead` says what stands then. */
  takePositive(key: string, instead = ''): number | null {
    const text = this.take(key);
    if (text === undefined) return null;
    const value = readNumber(text);
    if (value !== undefined && value > 0 && value <= 1e9) return value;
    this.note(key, text, instead, 'must be above 0, at most 1e9');
    return null;
  }

  /** Whatever nobody took means nothing here. */
  finish(why: string): void {
    for (const [key, value] of this.#single) this.note(key, value, '', why);
  }
}
