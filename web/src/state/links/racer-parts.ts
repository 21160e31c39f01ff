// SPDX-License-Identifier: MIT
import type { Hyperparameter, SettingValue } from '../../../../wasm/types.ts';
import type { Values } from '../settings.ts';
import { completed } from './defaults.ts';
import type { Pair } from './grammar.ts';
import { readValue, writeValue } from './value.ts';

type Note = (key: string, given: string, used: string, why: string) => void;

/** What a link says of one racer behind its rule, taken part by part. */
export class RacerParts {
  readonly #parts = new Map<string, string>();
  readonly #places: string[];
  readonly #note: Note;

  constructor(pairs: readonly Pair[], note: Note) {
    this.#note = note;
    for (const [key, text] of pairs) {
      if (this.#parts.has(key)) note(key, text, '', 'is given twice');
      else this.#parts.set(key, text);
    }
    this.#places = [...this.#parts.keys()];
  }

  /** The place of a key without a value, from 1; 0 where it is not given. */
  takeFlag(key: string): number {
    return this.#take(key) === undefined ? 0 : this.#places.indexOf(key) + 1;
  }

  takeChoice(key: string, ids: readonly string[], fallback: string): string {
    const given = this.#take(key);
    if (given === undefined || ids.includes(given)) return given ?? fallback;
    this.#note(key, given, fallback, `must be one of ${ids.join(', ')}`);
    return fallback;
  }

  /** A value for each row, from the keys below the prefix. */
  takeValues(prefix: string, rows: readonly Hyperparameter[], frozen: Values): Values {
    const values: Record<string, SettingValue> = { ...completed(rows, frozen) };
    for (const row of rows) {
      const key = prefix + row.id;
      const text = this.#take(key);
      if (text === undefined) continue;
      const { value, why } = readValue(row, text, values[row.id] ?? row.default);
      if (why !== undefined) this.#note(key, text, writeValue(value), why);
      values[row.id] = value;
    }
    return values;
  }

  /** Whatever nobody took means nothing here. */
  finish(): void {
    for (const key of this.#parts.keys()) this.#note('', key, '', 'is nothing it has');
  }

  #take(key: string): string | undefined {
    const text = this.#parts.get(key);
    this.#parts.delete(key);
    return text;
  }
}
