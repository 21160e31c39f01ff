// SPDX-License-Identifier: MIT
import { phrase, type Phrase } from '../language/phrase.ts';
import { mostClasses, mostColumns, mostNumbers, scoredImages } from './limits.ts';
import type { Prepared } from './prepared.ts';
import type { Recipe } from './recipe.ts';
import {
  type ByteImages,
  type Column,
  holdsNothing,
  holdsNumber,
  holdsOther,
  type Table,
} from './table.ts';
import { quoted, TableError } from './table-error.ts';

/** What was prepared, and what the reader should know of it. */
export interface Preparation {
  prepared: Prepared;
  outline: Outline;
}

export interface Outline {
  rows: number;
  inputs: number;
  /** Rows that were left out because of missing cells. */
  leftOut: number;
  /** Rows that were left out because the engine can't hold more. */
  tooMany: number;
  /** Missing cells that were filled in. */
  filledIn: number;
  /** The rows of each class. */
  balance: { name: string; rows: number }[];
  notes: Phrase[];
}

/** An input made from a column: its value in each row of the table. NaN where it is missing. */
interface Input {
  name: string;
  valueAt: (row: number) => number;
}

/** Makes samples from a table. */
export function prepare(table: Table, recipe: Recipe): Preparation {
  const { target, kinds, task, missing } = recipe;
  const whole = wholeOf(table, recipe);
  const targetColumn = whole?.labels ?? table.columns[target];
  if (!targetColumn) throw new TableError(phrase('Choose the column that is to be predicted.'));
  const notes: Phrase[] = [];
  const classes = task === 'classification' ? classesOf(targetColumn) : undefined;
  const targetAt = classes ? classAt(targetColumn, classes) : valueAt(targetColumn);
  const used = table.columns.filter((_, i) => i !== target && kinds[i] !== 'ignored');
  if (used.length === 0)
    throw new TableError(
      phrase('There is no column to predict “{target}” from.', {
        target: targetColumn.name,
      }),
    );
  const categories = new Set(table.columns.filter((_, i) => kinds[i] === 'category'));
  for (const column of [...used, ...(classes ? [] : [targetColumn])])
    noteTexts(column, categories.has(column), notes);
  const fill = missing === 'fill';
  const inputs = used.flatMap((column) =>
    categories.has(column) ? oneHot(column, fill) : [numberInput(column, fill)],
  );
  if (inputs.length > mostColumns)
    throw new TableError(
      phrase('The table has {inputs} inputs, one for each category. At most {most} fit.', {
        inputs: inputs.length,
        most: mostColumns,
      }),
    );
  const complete = whole
    ? Array.from(targetColumn.numbers, (_, row) => row)
    : completeRows(table.rows, inputs, targetAt);
  if (complete.length < 2)
    throw new TableError(
      phrase(
        'Only {rows} of {all} rows have no missing cells, and a race needs two. Fill missing cells, or ignore columns that have many.',
        { rows: complete.length, all: table.rows },
      ),
    );
  const rows = whole ? complete : evenly(complete, Math.floor(mostNumbers / inputs.length));
  // Samples are moved out of the worker, and the table may be asked again.
  const values = whole ? whole.pixels.slice() : valuesOf(rows, inputs);
  const raw = Float64Array.from(rows, targetAt);
  if (!classes && raw.every((value) => value === raw[0])) throw oneValue(targetColumn);
  const width = inputs.length;
  const { image } = table;
  const isImage = image !== undefined && image.height * image.width === width;
  const prepared: Prepared = {
    name: table.name,
    inputNames: inputs.map(({ name }) => name),
    targetName: targetColumn.name,
    classNames: classes ? classes.map(({ name }) => name) : [],
    task,
    shape: { channels: 1, ...(isImage ? image : { height: 1, width }) },
    inputs: values,
    targets: raw,
  };
  const balance = (classes ?? []).map(({ name }, k) => ({
    name,
    rows: raw.reduce((sum, value) => sum + Number(value === k), 0),
  }));
  const outline: Outline = {
    rows: rows.length,
    inputs: width,
    leftOut: whole ? 0 : table.rows - complete.length,
    tooMany: complete.length - rows.length,
    filledIn:
      fill && !whole
        ? used.reduce((sum, column) => sum + missingIn(column, categories.has(column), rows), 0)
        : 0,
    balance,
    notes: [...notes, ...notesOnImages(table, whole !== undefined)],
  };
  return { prepared, outline };
}

/** All images of a table that has some of them, if each pixel is a number to learn from. */
function wholeOf(
  { whole, columns }: Table,
  { whole: wanted, kinds, target }: Recipe,
): ByteImages | undefined {
  const isPlain =
    target === columns.length - 1 && kinds.slice(0, -1).every((kind) => kind === 'number');
  return wanted && isPlain ? whole : undefined;
}

/** Of so many images only some are used. */
export const someOf = (all: number, rows: number): Phrase =>
  phrase('Of {all} images, {rows} are used, evenly chosen, because the engine holds no more.', {
    all,
    rows,
  });

function notesOnImages({ whole, rows }: Table, all: boolean): Phrase[] {
  if (!whole) return [];
  if (!all) return [someOf(whole.labels.numbers.length, rows)];
  return [
    phrase(
      'All images are used. Losses and accuracies are measured on at most {most} training images and as many test images, because measuring all would take longer than training.',
      { most: scoredImages },
    ),
  ];
}

function valuesOf(rows: readonly number[], inputs: readonly Input[]): Float64Array {
  const values = new Float64Array(rows.length * inputs.length);
  for (const [column, { valueAt: at }] of inputs.entries())
    for (let i = 0; i < rows.length; i++) values[i * inputs.length + column] = at(rows[i] ?? 0) + 0;
  return values;
}

interface Class {
  name: string;
  /** The number in the cells, or the code of their text. */
  number?: number;
  code?: number;
}

/** The classes of a target: numbers in their order, then texts in alphabetical order. */
function classesOf(column: Column): Class[] {
  const numbers = new Set<number>();
  for (const [row, number] of column.numbers.entries()) {
    if (column.codes[row] === holdsOther || numbers.size > mostClasses)
      throw tooManyClasses(column);
    if (column.codes[row] === holdsNumber) numbers.add(number);
  }
  const classes: Class[] = [
    ...[...numbers].sort((a, b) => a - b).map((number) => ({ name: String(number), number })),
    ...column.texts
      .map((name, code) => ({ name, code }))
      .sort((a, b) => (a.name < b.name ? -1 : 1)),
  ];
  if (classes.length > mostClasses) throw tooManyClasses(column);
  if (classes.length < 2) throw oneValue(column);
  return classes;
}

const tooManyClasses = ({ name }: Column): TableError =>
  new TableError(
    phrase(
      'Column “{column}” has more than {most} different values. Predict it as a number, or choose another column.',
      { column: name, most: mostClasses },
    ),
  );

function classAt(column: Column, classes: readonly Class[]): (row: number) => number {
  const byNumber = new Map<number, number>();
  const byCode = new Map<number, number>();
  for (const [place, { number, code }] of classes.entries()) {
    if (number !== undefined) byNumber.set(number, place);
    if (code !== undefined) byCode.set(code, place);
  }
  return (row) =>
    (column.codes[row] === holdsNumber
      ? byNumber.get(column.numbers[row] ?? 0)
      : byCode.get(column.codes[row] ?? 0)) ?? Number.NaN;
}

const valueAt =
  ({ numbers }: Column) =>
  (row: number): number =>
    numbers[row] ?? Number.NaN;

/** Texts in a column of numbers count as missing, and the reader should know which. */
function noteTexts(
  { name, numbers, codes, firstText }: Column,
  isCategory: boolean,
  notes: Phrase[],
) {
  if (isCategory || !firstText) return;
  const count = codes.reduce(
    (sum, code) => sum + Number(code !== holdsNumber && code !== holdsNothing),
    0,
  );
  if (
    count ===
    numbers.length - codes.reduce((sum, code) => sum + Number(code === holdsNothing), 0)
  )
    throw new TableError(
      phrase(
        'Column “{column}” has no numbers. Row {row} has “{value}”. Use it as a category, or ignore it.',
        { column: name, row: firstText.row, value: firstText.text },
      ),
    );
  notes.push(
    phrase(
      'Column “{column}” has cells that are no numbers: {count} in all, and the first is “{value}” in row {row}. They count as missing.',
      { column: name, count, value: quoted(firstText.text), row: firstText.row },
    ),
  );
}

function numberInput({ name, numbers }: Column, fill: boolean): Input {
  let [sum, count] = [0, 0];
  for (const number of numbers)
    if (!Number.isNaN(number)) {
      sum += number;
      count++;
    }
  const mean = fill ? sum / count : Number.NaN;
  return {
    name,
    valueAt: (row) => {
      const number = numbers[row] ?? Number.NaN;
      return Number.isNaN(number) ? mean : number;
    },
  };
}

/** The rows in which a column has nothing that it can be used as. */
const missingIn = ({ codes }: Column, isCategory: boolean, rows: readonly number[]): number =>
  rows.filter((row) => (isCategory ? codes[row] === holdsNothing : codes[row] !== holdsNumber))
    .length;

/** An input for each value of a category: 1 in the rows that have it, and 0 in the others. */
function oneHot(column: Column, fill: boolean): Input[] {
  const { name, codes, numbers } = column;
  if (codes.includes(holdsOther))
    throw new TableError(
      phrase(
        'Column “{column}” has too many different texts to be a category. Ignore it, or use it as a number.',
        { column: name },
      ),
    );
  const values = new Set<number>();
  for (const [row, number] of numbers.entries())
    if (codes[row] === holdsNumber && values.size <= mostColumns) values.add(number);
  const all: Class[] = [
    ...[...values].sort((a, b) => a - b).map((number) => ({ name: String(number), number })),
    ...column.texts
      .map((text, code) => ({ name: text, code }))
      .sort((a, b) => (a.name < b.name ? -1 : 1)),
  ];
  const at = classAt(column, all);
  const often = fill ? mostFrequent(numbers.length, all.length, at) : Number.NaN;
  // Of two values, one says it all.
  const shown = all.length === 2 ? all.slice(1) : all;
  return shown.map(({ name: value }) => {
    const place = all.findIndex((one) => one.name === value);
    return {
      name: `${name}: ${value}`,
      valueAt: (row) => {
        const held = at(row);
        const known = Number.isNaN(held) ? often : held;
        return Number.isNaN(known) ? Number.NaN : Number(known === place);
      },
    };
  });
}

function mostFrequent(rows: number, values: number, at: (row: number) => number): number {
  const counts = new Array<number>(values).fill(0);
  for (let row = 0; row < rows; row++) {
    const value = at(row);
    if (!Number.isNaN(value)) counts[value] = (counts[value] ?? 0) + 1;
  }
  return counts.indexOf(Math.max(...counts));
}

/** The rows without missing values. A row without a target is no sample, whatever is filled in. */
function completeRows(
  rows: number,
  inputs: readonly Input[],
  targetAt: (row: number) => number,
): number[] {
  const complete: number[] = [];
  for (let row = 0; row < rows; row++)
    if (!Number.isNaN(targetAt(row)) && inputs.every((input) => !Number.isNaN(input.valueAt(row))))
      complete.push(row);
  return complete;
}

/** At most so many of the rows, evenly chosen. */
function evenly(rows: number[], most: number): number[] {
  if (rows.length <= most) return rows;
  return Array.from({ length: most }, (_, i) => rows[Math.floor((i * rows.length) / most)] ?? 0);
}

const oneValue = ({ name }: Column): TableError =>
  new TableError(
    phrase('Column “{column}” has one value only, so there is nothing to predict.', {
      column: name,
    }),
  );
