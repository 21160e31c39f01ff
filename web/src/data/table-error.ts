// SPDX-License-Identifier: MIT
import { msg } from '../language/message.ts';

type Values = Readonly<Record<string, string | number>>;

/** A sentence for the reader, as a worker sends it: the English text, and the values of its names. */
export interface Said {
  says: string;
  values: Values;
}

/** What is wrong with a table. The sentence names row, column and value where there are any. */
export class TableError extends Error implements Said {
  readonly says: string;
  readonly values: Values;

  constructor(says: string, values: Values = {}) {
    super(says);
    this.says = says;
    this.values = values;
  }
}

/** The sentence in the page's language. */
export const told = ({ says, values }: Said): string =>
  (msg as (text: string, values: Values) => string)(says, values);

const mostQuoted = 40;

/** A cell as a sentence quotes it: not longer than needed to find it. */
export const quoted = (text: string): string =>
  text.length > mostQuoted ? `${text.slice(0, mostQuoted)}…` : text;
