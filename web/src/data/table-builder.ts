// SPDX-License-Identifier: MIT
import { phrase, type Phrase } from '../language/phrase.ts';
import { type DecimalMark, isMissing, numberIn } from './cell.ts';
import { largestNumber, mostCells, mostColumns, mostRows, mostTexts } from './limits.ts';
import {
  type Column,
  holdsNothing,
  holdsNumber,
  holdsOther,
  type ReadOptions,
  type Table,
} from './table.ts';
import { quoted, TableError } from './table-error.ts';

/** A column while rows are added. */
interface Growing extends Column {
  known: Map<string, number>;
}

/** The names of the columns of images, row by row. */
export const pixelNames = (height: number, width: number): string[] =>
  Array.from({ length: height * width }, (_, i) =>
    height > 1 ? `${Math.floor(i / width) + 1}, ${(i % width) + 1}` : `Column ${i + 1}`,
  );

/** Collects the rows of a table, column by column. */
export class TableBuilder {
  readonly #columns: Growing[];
  readonly #decimal: DecimalMark;
  #places = new Int32Array(256);
  #rows = 0;
  #short = { count: 0, first: 0 };

  constructor(names: readonly string[], decimal: DecimalMark) {
    if (names.length > mostColumns)
      throw new TableError(
        phrase('The table has {columns} columns. At most {most} can be read.', {
          columns: names.length,
          most: mostColumns,
        }),
      );
    this.#decimal = decimal;
    this.#columns = names.map((name) => ({
      name,
      numbers: new Float64Array(256),
      codes: new Int32Array(256),
      texts: [],
      firstText: undefined,
      known: new Map(),
    }));
  }

  get rows(): number {
    return this.#rows;
  }

  /** Adds a row of texts. `place` is its row in the file. */
  add(cells: readonly string[], place: number): void {
    this.#begin(cells.length, place);
    for (const [index, column] of this.#columns.entries())
      this.#put(column, (cells[index] ?? '').trim(), place);
    this.#rows++;
  }

  /** Adds a row of numbers, texts, names, which are texts whatever they say, and null for what is missing. */
  addValues(values: readonly (number | string | { name: string } | null)[], place: number): void {
    this.#begin(values.length, place);
    for (const [index, column] of this.#columns.entries()) {
      const value = values[index] ?? null;
      if (typeof value === 'number') this.#putNumber(column, value, place, String(value));
      else if (typeof value === 'object' && value) this.#putText(column, value.name, place);
      else this.#put(column, value?.trim() ?? '', place);
    }
    this.#rows++;
  }

  #begin(cells: number, place: number): void {
    const width = this.#columns.length;
    if (cells > width)
      throw new TableError(
        phrase('Row {row} has {cells} cells, but the table has {columns} columns.', {
          row: place,
          cells,
          columns: width,
        }),
      );
    if (cells < width && this.#short.count++ === 0) this.#short.first = place;
    if (this.#rows === mostRows)
      throw new TableError(
        phrase('The table has more than {most} rows. Remove some of them.', {
          most: mostRows,
        }),
      );
    if ((this.#rows + 1) * width > mostCells)
      throw new TableError(
        phrase(
          'The table has more than {most} cells. Remove rows or columns that are not needed.',
          { most: mostCells },
        ),
      );
    if (this.#rows === this.#places.length) this.#grow();
    this.#places[this.#rows] = place;
  }

  #put(column: Growing, text: string, place: number): void {
    const row = this.#rows;
    if (isMissing(text)) {
      column.numbers[row] = Number.NaN;
      column.codes[row] = holdsNothing;
      return;
    }
    const number = numberIn(text, this.#decimal);
    if (!Number.isNaN(number)) return this.#putNumber(column, number, place, text);
    this.#putText(column, text, place);
  }

  #putText(column: Growing, text: string, place: number): void {
    column.firstText ??= { row: place, text: quoted(text) };
    column.numbers[this.#rows] = Number.NaN;
    column.codes[this.#rows] = codeOf(column, text);
  }

  #putNumber(column: Growing, number: number, place: number, text: string): void {
    if (!(Math.abs(number) <= largestNumber))
      throw new TableError(
        phrase(
          'Row {row}, column “{column}”: {value} is too large. The engine takes numbers up to 1e30.',
          { row: place, column: column.name, value: quoted(text) },
        ),
      );
    column.numbers[this.#rows] = number;
    column.codes[this.#rows] = holdsNumber;
  }

  #grow(): void {
    const size = Math.min(mostRows, 2 * this.#places.length);
    const longer = <T extends Int32Array | Float64Array>(from: T, to: T): T => {
      to.set(from);
      return to;
    };
    this.#places = longer(this.#places, new Int32Array(size));
    for (const column of this.#columns) {
      column.numbers = longer(column.numbers, new Float64Array(size));
      column.codes = longer(column.codes, new Int32Array(size));
    }
  }

  table(name: string, read: ReadOptions): Table {
    const rows = this.#rows;
    if (rows === 0) throw new TableError(phrase('The table has no rows.'));
    const notes: Phrase[] = [];
    const { count, first } = this.#short;
    if (count > 0)
      notes.push(
        phrase(
          'Some rows have too few cells: {count} in all, and the first is row {row}. Their last cells count as missing.',
          { count, row: first },
        ),
      );
    return {
      name,
      rows,
      columns: this.#columns.map(({ known: _, ...column }) => ({
        ...column,
        numbers: column.numbers.subarray(0, rows),
        codes: column.codes.subarray(0, rows),
      })),
      places: this.#places.subarray(0, rows),
      notes,
      read,
    };
  }
}

function codeOf({ known, texts }: Growing, text: string): number {
  const code = known.get(text);
  if (code !== undefined) return code;
  if (texts.length >= mostTexts) return holdsOther;
  known.set(text, texts.length);
  return texts.push(text) - 1;
}
