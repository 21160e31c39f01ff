// SPDX-License-Identifier: MIT
import type { Phrase } from '../language/phrase.ts';
import { type Column, holdsNothing, holdsNumber, type ImageShape, type Table } from './table.ts';
import type { ReadOptions } from './table.ts';

/** What the page needs to know of a column to show it, and to guess what it is. */
export interface ColumnFacts {
  name: string;
  numbers: number;
  missing: number;
  /** Cells with texts. */
  texts: number;
  /** The different values, numbers and texts together, up to `countedValues`. */
  different: number;
  /** Whether all numbers are integers. */
  whole: boolean;
  /** Whether the numbers are a count: each the last one plus 1. */
  counts: boolean;
  firstText: Column['firstText'];
}

/** What the page needs to know of a table. */
export interface TableFacts {
  name: string;
  /** All that can be used. */
  rows: number;
  /** The rows that the columns are of, which are fewer where there are too many images for a table. */
  listed: number;
  columns: ColumnFacts[];
  /** The texts of the first rows, as far as they are shown. */
  first: string[][];
  notes: Phrase[];
  read: ReadOptions;
  /** Some of the images, if the rows are such. */
  images: ImageFacts | undefined;
  /** Whether all images can be used, though the columns are of some of them. */
  hasWhole: boolean;
}

export interface ImageFacts extends ImageShape {
  some: { pixels: number[]; label: string }[];
}

export const countedValues = 1001;
const shownImages = 12;
const shownRows = 6;
/** A preview with more columns can't be read. */
export const shownColumns = 40;

export function factsOf(table: Table): TableFacts {
  const { name, rows, columns, notes, read, image, whole } = table;
  const shown = columns.slice(0, shownColumns);
  return {
    name,
    rows: whole?.labels.numbers.length ?? rows,
    listed: rows,
    columns: columns.map((column) => columnFacts(column)),
    first: Array.from({ length: Math.min(rows, shownRows) }, (_, row) =>
      shown.map((column) => cellText(column, row)),
    ),
    notes,
    read,
    images: image && imageFacts(table, image),
    hasWhole: whole !== undefined,
  };
}

/** Evenly chosen, because images in folders come class by class. */
function imageFacts({ rows, columns }: Table, shape: ImageShape): ImageFacts {
  const pixels = columns.slice(0, -1);
  const label = columns.at(-1);
  const count = Math.min(shownImages, rows);
  const some = Array.from({ length: count }, (_, i) => {
    const row = Math.floor((i * rows) / count);
    return {
      pixels: pixels.map(({ numbers }) => numbers[row] ?? 0),
      label: label ? cellText(label, row) : '',
    };
  });
  return { ...shape, some };
}

function columnFacts({ name, numbers, codes, texts, firstText }: Column): ColumnFacts {
  const values = new Set<number>();
  let [count, missing, whole, counts] = [0, 0, true, true];
  let last = Number.NaN;
  for (const [row, number] of numbers.entries()) {
    if (codes[row] === holdsNothing) missing++;
    if (codes[row] !== holdsNumber) continue;
    count++;
    if (values.size < countedValues) values.add(number);
    whole &&= Number.isInteger(number);
    counts &&= Number.isNaN(last) || number === last + 1;
    last = number;
  }
  return {
    name,
    numbers: count,
    missing,
    texts: numbers.length - count - missing,
    different: Math.min(countedValues, values.size + texts.length),
    whole: whole && count > 0,
    counts: counts && count > 1,
    firstText,
  };
}

/** The text of a cell, as the preview shows it. */
export function cellText({ numbers, codes, texts }: Column, row: number): string {
  const code = codes[row] ?? holdsNothing;
  if (code === holdsNumber) return String(numbers[row]);
  return code === holdsNothing ? '' : (texts[code] ?? '…');
}
