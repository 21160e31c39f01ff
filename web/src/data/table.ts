// SPDX-License-Identifier: MIT
import type { Phrase } from '../language/phrase.ts';
import type { DecimalMark } from './cell.ts';

/** What a cell holds beside a number. Codes from 0 on are texts of the column. */
export const holdsNumber = -1;
export const holdsNothing = -2;
/** A text beyond the most that a column remembers. */
export const holdsOther = -3;

export interface Column {
  name: string;
  /** NaN where there is no number. */
  numbers: Float64Array;
  /** For each row, what it holds. */
  codes: Int32Array;
  /** Different texts, in the order of their first rows. */
  texts: string[];
  /** The first cell that is neither a number nor missing. */
  firstText: { row: number; text: string } | undefined;
}

/** How the samples are arranged if they are images: one row of the table is height × width pixels. */
export interface ImageShape {
  height: number;
  width: number;
}

/** A table as it was read: nothing is left out or filled in yet. */
export interface Table {
  name: string;
  rows: number;
  columns: Column[];
  /** The row of the file in which each row begins, counted from 1 as in a spreadsheet. */
  places: Int32Array;
  /** What was noticed while it was read, beside errors. */
  notes: Phrase[];
  read: ReadOptions;
  image?: ImageShape;
  /** All images, where the table has only some of them. */
  whole?: ByteImages;
}

/** Images that are too many for a table of numbers. */
export interface ByteImages {
  /** The bytes of one image after another. */
  pixels: Uint8Array;
  /** The target of each. */
  labels: Column;
}

/** How a text was read. What the reader leaves out is guessed. */
export interface ReadOptions {
  separator?: string;
  header?: boolean;
  decimal?: DecimalMark;
}

/** The options in a value of any kind, as from a link. What is not allowed there is left out. */
export function readOptionsFrom(value: unknown): ReadOptions {
  const { separator, header, decimal } = (value ?? {}) as Record<string, unknown>;
  return {
    ...(typeof separator === 'string' && separator.length === 1 && { separator }),
    ...(typeof header === 'boolean' && { header }),
    ...((decimal === '.' || decimal === ',') && { decimal }),
  };
}
