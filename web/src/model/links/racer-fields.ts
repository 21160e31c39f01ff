// SPDX-License-Identifier: MIT
import type { Hyperparameter, SettingValue } from '../../../../wasm/types.ts';
import { phrase } from '../../language/phrase.ts';
import type { Values } from '../settings.ts';
import { completed } from './defaults.ts';
import type { Pair } from './grammar.ts';
import type { Notices, Reason } from './notices.ts';
import { Fields } from './fields.ts';
import { readSwitch } from './value.ts';

/** The fields of one racer in a link, after its rule. */
export class RacerFields extends Fields {
  readonly #places: string[];

  constructor(pairs: readonly Pair[], notices: Notices, endsLink: boolean) {
    super(pairs, notices, endsLink);
    this.#places = pairs.map(([key]) => key.toLowerCase());
  }

  /**
   * Reads a key that needs no value: `off`, or the id of a wrapper. Returns its position from 1, or 0 if
   * it is absent or given as `off=false`. Other values are ignored.
   */
  takeFlag(key: string): number {
    const text = this.take(key);
    if (text === undefined) return 0;
    const on = text === '' ? true : readSwitch(text);
    if (on === undefined)
      this.notices.add(key, text, key, { says: phrase('{field} takes no value.') });
    return on === false ? 0 : this.#places.indexOf(key.toLowerCase()) + 1;
  }

  /** Reads a value for each row, from the keys with the prefix. */
  takeValues(prefix: string, rows: readonly Hyperparameter[], frozen: Values): Values {
    const values: Record<string, SettingValue> = { ...completed(rows, frozen) };
    for (const row of rows) {
      const value = this.takeValue(prefix + row.id, row, values);
      if (value !== undefined) values[row.id] = value;
    }
    return values;
  }

  /** Adds a notice about a key that no racer has. */
  protected override addUnknown(key: string, text: string, reason: Reason): void {
    this.notices.add('', text === '' ? key : `${key}=${text}`, '', reason);
  }
}
