// SPDX-License-Identifier: MIT
import type { Hyperparameter, SettingValue } from '../../../../wasm/types.ts';
import type { Values } from '../settings.ts';
import type { Pair } from './grammar.ts';
import { inAnyCapitals, type Named, suggestion } from './nearest.ts';
import { type Notices, otherCapitals, type Reason } from './notices.ts';
import { readValue, writeValue } from './value.ts';

/** Keys with their values, of a link or of one racer in it: taken key by key. */
export class Parts {
  protected readonly notices: Notices;
  /** By the key in small letters: no two keys differ in capitals alone. */
  readonly #given = new Map<string, Pair>();
  /** Every key that was asked for. */
  readonly #known = new Set<string>();
  /** The key that the link ends with. */
  readonly #last: string | undefined;

  constructor(pairs: readonly Pair[], notices: Notices, endsLink: boolean) {
    this.notices = notices;
    for (const [key, text] of pairs) {
      if (this.#given.has(key.toLowerCase())) {
        notices.add(key, text, '', { why: 'is given twice' });
      } else this.#given.set(key.toLowerCase(), [key, text]);
    }
    this.#last = endsLink ? pairs.at(-1)?.[0].toLowerCase() : undefined;
  }

  has(key: string): boolean {
    return this.#given.has(key.toLowerCase());
  }

  take(key: string): string | undefined {
    const small = key.toLowerCase();
    const [written, text] = this.#given.get(small) ?? [key];
    this.#given.delete(small);
    this.#known.add(key);
    if (written !== key) this.notices.add(written, '', key, { why: otherCapitals });
    return text;
  }

  /** One of a few words, which a notice lists. */
  takeOneOf<T extends string>(key: string, words: readonly T[], fallback: T): T {
    return this.#takeKnown(key, words, fallback, () => ({
      why: `must be one of ${words.filter((word) => word !== '').join(', ')}`,
    }));
  }

  /** The id of one of many; `where` says where a reader finds them all. */
  takeId(
    key: string,
    entries: readonly Named[],
    fallback: string,
    { what, where }: { what: string; where: string },
  ): string {
    const ids = entries.map(({ id }) => id);
    return this.#takeKnown(key, ids, fallback, (given) => ({
      why: `names no known ${what}`,
      hint: suggestion(given, entries, where),
    }));
  }

  /** Undefined where nothing is said of the row. */
  takeValue(key: string, row: Hyperparameter, fallback: Values): SettingValue | undefined {
    const text = this.take(key);
    if (text === undefined) return undefined;
    const { value, reason } = readValue(row, text, fallback[row.id] ?? row.default);
    const words = (row.choices ?? []).map(({ id }) => id);
    if (reason) this.refuse(key, text, writeValue(value), reason, words);
    return value;
  }

  /** Whatever nobody took means nothing here, for the reason that `why` gives. */
  finish(why: (key: string) => Reason): void {
    const known = [...this.#known];
    for (const [small, [key, text]] of this.#given) {
      const { why: reason, hint } = why(key);
      const near = suggestion(
        key,
        known.map((id) => ({ id })),
      );
      this.addUnknown(key, text, { why: reason, hint: hint || near });
      const begins = known.some((one) => one.toLowerCase().startsWith(small));
      if (small === this.#last && text === '' && begins) this.notices.cut(key);
    }
  }

  protected addUnknown(key: string, text: string, reason: Reason): void {
    this.notices.add(key, text, '', reason);
  }

  #takeKnown<T extends string>(
    key: string,
    known: readonly T[],
    fallback: T,
    reason: (given: string) => Reason,
  ): T {
    const given = this.take(key);
    if (given === undefined) return fallback;
    const found = inAnyCapitals(known, given);
    if (found === undefined) {
      this.refuse(key, given, fallback, reason(given), known);
    } else if (found !== given) this.notices.add(key, given, found, { why: otherCapitals });
    return found ?? fallback;
  }

  /** Also says so where the link ends in the middle of what could be one of the `words`. */
  protected refuse(
    key: string,
    given: string,
    used: string,
    reason: Reason,
    words: readonly string[] = [],
  ): void {
    this.notices.add(key, given, used, reason);
    const last = key.toLowerCase() === this.#last;
    if (last && isBeginning(given, words)) this.notices.cut(given || `${key}=`);
  }
}

/** Of one of the words, or of a number: `1e-`. */
export function isBeginning(text: string, words: readonly string[]): boolean {
  return (
    words.some((word) => word !== text && word.startsWith(text)) || /^$|[-+]$|\de$/i.test(text)
  );
}
