// SPDX-License-Identifier: MIT
import type { Phrase } from '../language/phrase.ts';

/** What is wrong with a table. The sentence names row, column and value where there are any. */
export class TableError extends Error {
  readonly phrase: Phrase;

  constructor(phrase: Phrase) {
    super(phrase.text);
    this.phrase = phrase;
  }
}

const mostQuoted = 40;

/** A cell as a sentence quotes it: not longer than needed to find it. */
export const quoted = (text: string): string =>
  text.length > mostQuoted ? `${text.slice(0, mostQuoted)}…` : text;
