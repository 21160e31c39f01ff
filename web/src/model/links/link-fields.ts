// SPDX-License-Identifier: MIT
import { inEnglish, phrase, type Phrase } from '../../language/phrase.ts';
import { readNumber } from '../domain.ts';
import { type Pair, readPairs } from './grammar.ts';
import { Notices, otherCapitals } from './notices.ts';
import { Fields } from './fields.ts';

/** The fields of a link, read key by key. Adds notices about fields that could not be used. */
export class LinkFields extends Fields {
  /** The texts of the racers, in order. */
  readonly runs: readonly string[];
  /** Whether the link ends with the last racer. */
  readonly endsInRun: boolean;

  static read(link: string, notices: Notices): LinkFields {
    return new LinkFields(readPairs(link, notices), notices);
  }

  private constructor(pairs: readonly Pair[], notices: Notices) {
    const isRun = ([key]: Pair): boolean => key.toLowerCase() === 'run';
    const last = pairs.at(-1);
    super(
      pairs.filter((pair) => !isRun(pair)),
      notices,
      last !== undefined && !isRun(last),
    );
    this.endsInRun = last !== undefined && isRun(last);
    const runs = pairs.filter(isRun);
    this.runs = runs.map(([, run]) => run);
    for (const [key] of runs.filter(([written]) => written !== 'run'))
      notices.add(key, '', 'run', otherCapitals);
  }

  /** A hash for each racer, with marks of its past, or none if they are not so many or not allowed. */
  takeHashes(key: string, racers: number): string[] {
    const text = this.take(key);
    if (text === undefined) return [];
    const hashes = text.toLowerCase().split(',');
    if (
      hashes.length === racers &&
      hashes.every((hash) => /^[0-9a-f]{16}(-[0-9a-f]{4}){0,9}$/.test(hash))
    )
      return hashes;
    const some =
      racers === 1
        ? phrase(
            '{field} must be 16 hexadecimal digits for the racer, between commas, and may have four more after each hyphen.',
          )
        : phrase(
            '{field} must be 16 hexadecimal digits for each of the {n} racers, between commas, and may have four more after each hyphen.',
            { n: racers },
          );
    const says = racers === 0 ? phrase('{field} has no racer to be compared with.') : some;
    this.refuse(key, text, '', { says });
    return [];
  }

  /** A positive number, or null if there is none or it is not allowed. `instead` says what is used then. */
  takePositive(key: string, instead?: Phrase): number | null {
    const text = this.take(key);
    if (text === undefined) return null;
    const value = readNumber(text);
    if (value !== undefined && value > 0 && value <= 1e9) return value;
    this.refuse(key, text, instead ? inEnglish(instead) : '', {
      ...(instead && { instead }),
      says: phrase('{field} must be a number above 0, and at most 1e9.'),
    });
    return null;
  }
}
