// SPDX-License-Identifier: MIT
import type { Hyperparameter, SettingValue } from '../../../../wasm/types.ts';
import type { Values } from '../settings.ts';
import { completed } from './defaults.ts';
import type { Pair } from './grammar.ts';
import type { Notices, Reason } from './notices.ts';
import { Parts } from './parts.ts';
import { readSwitch } from './value.ts';

/** What a link says of one racer behind its rule, taken part by part. */
export class RacerParts extends Parts {
  readonly #places: string[];

  constructor(pairs: readonly Pair[], notices: Notices, endsLink: boolean) {
    super(pairs, notices, endsLink);
    this.#places = pairs.map(([key]) => key.toLowerCase());
  }

  /**
   * The place, from 1, of a key that needs no value: `off`, or the id of a wrapper; 0 where it is not
   * given, or given as `off=false`. Of any other value its presence counts.
   */
  takeFlag(key: string): number {
    const text = this.take(key);
    if (text === undefined) return 0;
    const on = text === '' ? true : readSwitch(text);
    if (on === undefined) this.notices.add(key, text, key, { why: 'takes no value' });
    return on === false ? 0 : this.#places.indexOf(key.toLowerCase()) + 1;
  }

  /** A value for each row, from the keys below the prefix. */
  takeValues(prefix: string, rows: readonly Hyperparameter[], frozen: Values): Values {
    const values: Record<string, SettingValue> = { ...completed(rows, frozen) };
    for (const row of rows) {
      const value = this.takeValue(prefix + row.id, row, values);
      if (value !== undefined) values[row.id] = value;
    }
    return values;
  }

  /** It is no key of the racer's. */
  protected override addUnknown(key: string, text: string, reason: Reason): void {
    this.notices.add('', text === '' ? key : `${key}=${text}`, '', reason);
  }
}
