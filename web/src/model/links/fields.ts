// SPDX-License-Identifier: MIT
import type { Hyperparameter, SettingValue } from '../../../../wasm/types.ts';
import type { Values } from '../settings.ts';
import type { Pair } from './grammar.ts';
import { phrase } from '../../language/phrase.ts';
import type { Listed } from './lists.ts';
import { inAnyCapitals, type Named, suggestion } from './nearest.ts';
import { type Notices, otherCapitals, type Reason } from './notices.ts';
import { readValue, writeValue } from './value.ts';

/** The keys and values of a link or of one racer in it, read key by key. */
export class Fields {
  protected readonly notices: Notices;
  /** Pairs by the key in lower case. No two keys differ only in case. */
  readonly #given = new Map<string, Pair>();
  /** All keys that were read. */
  readonly #known = new Set<string>();
  /** The last key of the link. */
  readonly #last: string | undefined;

  constructor(pairs: readonly Pair[], notices: Notices, endsLink: boolean) {
    this.notices = notices;
    for (const [key, text] of pairs) {
      if (this.#given.has(key.toLowerCase())) {
        notices.add(key, text, '', { says: phrase('{field} is given twice.') });
      } else this.#given.set(key.toLowerCase(), [key, text]);
    }
    this.#last = endsLink ? pairs.at(-1)?.[0].toLowerCase() : undefined;
  }

  has(key: string): boolean {
    return this.#given.has(key.toLowerCase());
  }

  /** The text of a key, without taking it. */
  peek(key: string): string | undefined {
    return this.#given.get(key.toLowerCase())?.[1];
  }

  take(key: string): string | undefined {
    const small = key.toLowerCase();
    const [written, text] = this.#given.get(small) ?? [key];
    this.#given.delete(small);
    this.#known.add(key);
    if (written !== key) this.notices.add(written, '', key, otherCapitals);
    return text;
  }

  /** Reads one of a few words. A notice about another value lists them. */
  takeOneOf<T extends string>(key: string, words: readonly T[], fallback: T): T {
    return this.#takeKnown(key, words, fallback, () => ({
      says: phrase('{field} must be one of {words}.', {
        words: words.filter((word) => word !== '').join(', '),
      }),
    }));
  }

  /** Reads an id. A notice about an unknown one says `where` the reader finds all. */
  takeId(
    key: string,
    entries: readonly Named[],
    fallback: string,
    { unknown, where }: Listed,
  ): string {
    const ids = entries.map(({ id }) => id);
    return this.#takeKnown(key, ids, fallback, (given) => ({
      says: unknown,
      ...suggestion(given, entries, where),
    }));
  }

  /** Reads a list of ids, and returns the known ones in the order of their entries. */
  takeIds(key: string, entries: readonly Named[], { unknown, where }: Listed): string[] {
    const given = this.take(key)?.split(',') ?? [];
    const ids = entries.map(({ id }) => id);
    const found = new Set<string>();
    for (const name of given) {
      const id = inAnyCapitals(ids, name);
      if (id !== undefined) found.add(id);
      if (id === undefined)
        this.refuse(key, name, '', { says: unknown, ...suggestion(name, entries, where) });
      else if (id !== name) this.notices.add(key, name, id, otherCapitals);
    }
    return ids.filter((id) => found.has(id));
  }

  /** Reads a row's value. Undefined if the link does not have it. */
  takeValue(key: string, row: Hyperparameter, fallback: Values): SettingValue | undefined {
    const text = this.take(key);
    if (text === undefined) return undefined;
    const { value, reason } = readValue(row, text, fallback[row.id] ?? row.default);
    const words = (row.choices ?? []).map(({ id }) => id);
    if (reason) this.refuse(key, text, writeValue(value), reason, words);
    return value;
  }

  /** Adds notices about keys that were not read, with the reason from `why`. */
  finish(why: (key: string) => Reason): void {
    const known = [...this.#known];
    for (const [small, [key, text]] of this.#given) {
      const { says, hint } = why(key);
      const near = suggestion(
        key,
        known.map((id) => ({ id })),
      );
      this.addUnknown(key, text, hint === undefined ? { says, ...near } : { says, hint });
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
    } else if (found !== given) this.notices.add(key, given, found, otherCapitals);
    return found ?? fallback;
  }

  /** Adds a notice about a value. If the link ends within one of the `words`, it says the link was cut. */
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

/** Whether a text is the beginning of one of the words, or of a number such as `1e-`. */
export function isBeginning(text: string, words: readonly string[]): boolean {
  return (
    words.some((word) => word !== text && word.startsWith(text)) || /^$|[-+]$|\de$/i.test(text)
  );
}
