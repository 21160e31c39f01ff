// SPDX-License-Identifier: MIT
import { readNumber } from '../domain.ts';
import { type Pair, readPairs } from './grammar.ts';
import { Notices, otherCapitals } from './notices.ts';
import { Parts } from './parts.ts';

/** What a link says, taken key by key; what could not be used is noted. */
export class LinkParts extends Parts {
  /** Of the racers, in their order. */
  readonly runs: readonly string[];
  /** Whether the last of the racers is the end of the link. */
  readonly endsInRun: boolean;

  static read(link: string, notices: Notices): LinkParts {
    return new LinkParts(readPairs(link, notices), notices);
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
      notices.add(key, '', 'run', { why: otherCapitals });
  }

  /** Null where none is given, or none that is legal; `instead` says what stands then. */
  takePositive(key: string, instead = ''): number | null {
    const text = this.take(key);
    if (text === undefined) return null;
    const value = readNumber(text);
    if (value !== undefined && value > 0 && value <= 1e9) return value;
    this.refuse(key, text, instead, { why: 'must be a number above 0, and at most 1e9' });
    return null;
  }
}
