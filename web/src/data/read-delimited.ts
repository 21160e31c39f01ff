// SPDX-License-Identifier: MIT
import { phrase } from '../language/phrase.ts';
import Papa from 'papaparse';
import { type DecimalMark, decimalMarkOf, isMissing, numberIn } from './cell.ts';
import type { ReadOptions, Table } from './table.ts';
import { TableBuilder } from './table-builder.ts';
import { TableError } from './table-error.ts';

/** The text that is parsed at once, in characters. */
const pieceLength = 2 ** 19;
/** A row longer than this is a quotation mark that is never closed. */
const longestRow = 2 ** 23;
/** The text from which separator, header and decimal mark are guessed, and its most rows. */
const sampleLength = 2 ** 16;
const sampleRows = 200;

const separators = [',', ';', '\t', '|'];

interface Parsed {
  data: string[][];
  errors: { code: string; row: number }[];
  /** The characters that were used. */
  used: number;
}

/** Reads a text with separators, such as CSV. `progress` is told the share that was read. */
export function readDelimited(
  text: string,
  name: string,
  options: ReadOptions = {},
  progress: (share: number) => void = () => {},
): Table {
  if (text.includes('\0', 0))
    throw new TableError(
      phrase('“{file}” is not a table of text. Save it as CSV, then try again.', {
        file: name,
      }),
    );
  const newline = text.includes('\n') ? '\n' : '\r';
  const { separator, body } = separatorOf(text, newline, options.separator);
  const sample = sampleOf(text, body, separator, newline);
  const [first] = sample;
  if (!first) throw new TableError(phrase('The table is empty.'));
  const decimal = options.decimal ?? guessDecimal(sample, separator);
  const header = options.header ?? guessHeader(sample, decimal);
  const names = header
    ? first.map((cell, index) => cell.trim() || columnName(index))
    : Array.from({ length: Math.max(...sample.map((row) => row.length)) }, (_, i) => columnName(i));
  // A separator at the end of every row is no column.
  const width = trailing(sample) ? names.length - 1 : names.length;
  const builder = new TableBuilder(unique(names.slice(0, width)), decimal);
  let isHeader = header;
  eachRow(text, body, { separator, newline, progress }, (cells, place) => {
    if (cells.length === 1 && cells[0]?.trim() === '' && width > 1) return;
    if (cells.length === 1 && cells[0] === '' && width === 1) return;
    if (isHeader) isHeader = false;
    else builder.add(withoutEmptyEnd(cells, width), place);
  });
  return builder.table(name, { separator, header, decimal });
}

const columnName = (index: number): string => `Column ${index + 1}`;

/** Calls `take` with the cells of each row, and the row's number in the file. */
function eachRow(
  text: string,
  from: number,
  how: { separator: string; newline: string; progress: (share: number) => void },
  take: (cells: string[], place: number) => void,
): void {
  let place = from > 0 ? 2 : 1;
  let start = from;
  let length = pieceLength;
  while (start < text.length) {
    const last = start + length >= text.length;
    const piece = text.slice(start, start + length);
    const { data, errors, used } = parse(piece, how, !last);
    for (const { code, row } of errors) {
      if (code === 'MissingQuotes') throw neverClosed(place + row);
      if (row < data.length || last)
        throw new TableError(
          phrase(
            'Row {row} has text after a closing quotation mark. Write a quotation mark inside of quotes twice.',
            { row: place + row },
          ),
        );
    }
    for (const cells of data) take(cells, place++);
    // A row longer than the piece: more text is needed.
    if (used === 0 && !last) {
      if (length >= longestRow) throw neverClosed(place);
      length *= 2;
      continue;
    }
    start += used;
    length = pieceLength;
    how.progress(start / text.length);
    if (last) break;
  }
}

const neverClosed = (row: number): TableError =>
  new TableError(phrase('A quotation mark in row {row} is never closed.', { row }));

interface RawParser {
  parse(
    text: string,
    base: number,
    ignoreLastRow: boolean,
  ): { data: string[][]; errors: { code: string; row: number }[]; meta: { cursor: number } };
}

/** Papa Parse's own parser. What is around it would take a worker's messages for its own. */
function parse(
  text: string,
  { separator, newline }: { separator: string; newline: string },
  ignoreLastRow: boolean,
  preview = 0,
): Parsed {
  const Parser = Papa.Parser as unknown as new (config: object) => RawParser;
  const parser = new Parser({ delimiter: separator, newline, preview });
  const { data, errors, meta } = parser.parse(text, 0, ignoreLastRow);
  const isOpen = !ignoreLastRow || preview > 0;
  // The parser counts a line break at the end as the start of an empty row.
  if (isOpen && data.at(-1)?.join('') === '' && /[\r\n]$/.test(text)) data.pop();
  return { data, errors, used: meta.cursor };
}

/** The separator, and where the rows begin: Excel writes a line `sep=;` before them. */
function separatorOf(text: string, newline: string, chosen: string | undefined) {
  const named = /^sep=(.)\r?[\n\r]/.exec(text);
  const body = named?.[0].length ?? 0;
  const separator = chosen ?? named?.[1];
  if (separator) return { separator, body };
  let best = { separator: ',', score: 0 };
  for (const separator of separators) {
    const rows = sampleOf(text, body, separator, newline);
    const score = evenness(rows.map((row) => row.length));
    if (score > best.score) best = { separator, score };
  }
  return { separator: best.separator, body };
}

/** How well rows with so many cells speak for a separator: many rows alike, with more than one cell. */
function evenness(lengths: readonly number[]): number {
  const counts = new Map<number, number>();
  for (const length of lengths) counts.set(length, (counts.get(length) ?? 0) + 1);
  const [usual = 0, count = 0] = [...counts].sort(([, a], [, b]) => b - a)[0] ?? [];
  return usual > 1 ? (count / lengths.length) * (1 + Math.min(usual, 50) / 1000) : 0;
}

function sampleOf(text: string, body: number, separator: string, newline: string): string[][] {
  const isWhole = text.length <= body + sampleLength;
  const piece = text.slice(body, body + sampleLength);
  let { data } = parse(piece, { separator, newline }, !isWhole, sampleRows);
  // A single row that is longer than the sample.
  if (data.length === 0) ({ data } = parse(text.slice(body), { separator, newline }, false, 2));
  return data.filter((row) => row.length > 1 || row[0]?.trim());
}

/** With a comma as the separator only cells in quotes could have a decimal comma. */
function guessDecimal(sample: readonly string[][], separator: string): DecimalMark {
  const cells = sample.flat().map((cell) => cell.trim());
  if (separator !== ',') return decimalMarkOf(cells);
  // 1,234 in quotes is more often a thousand.
  const marked = cells.filter((cell) => /^[-+]?\d+,(\d{1,2}|\d{4,})$/.test(cell));
  const pointed = cells.filter((cell) => /^[-+]?\d*\.\d+$/.test(cell));
  return marked.length > pointed.length ? ',' : '.';
}

/** Whether the first row has names: no numbers, and in some column only numbers follow, or other texts. */
function guessHeader([first = [], ...others]: readonly string[][], decimal: DecimalMark): boolean {
  const isNumber = (cell = ''): boolean => !Number.isNaN(numberIn(cell.trim(), decimal));
  if (others.length === 0) return false;
  if (first.some((cell) => isNumber(cell))) return false;
  const names = first.map((cell) => cell.trim()).filter((cell) => cell !== '');
  if (names.length === 0 || new Set(names).size < names.length) return false;
  return first.some((cell, index) => {
    const below = others.map((row) => row[index]?.trim() ?? '').filter((text) => !isMissing(text));
    if (below.length === 0) return false;
    return below.every((text) => isNumber(text)) || !below.includes(cell.trim());
  });
}

/** Whether every row ends with a separator. */
const trailing = (sample: readonly string[][]): boolean =>
  sample.length > 1 && sample.every((row) => row.length > 2 && row.at(-1)?.trim() === '');

/** Without the empty cells beyond the last column. */
function withoutEmptyEnd(cells: string[], width: number): string[] {
  let length = cells.length;
  while (length > width && cells[length - 1]?.trim() === '') length--;
  return length === cells.length ? cells : cells.slice(0, length);
}

/** Column names that differ: a second `x` becomes `x 2`. */
export function unique(names: readonly string[]): string[] {
  const taken = new Set<string>();
  return names.map((name) => {
    let own = name;
    for (let count = 2; taken.has(own); count++) own = `${name} ${count}`;
    taken.add(own);
    return own;
  });
}
