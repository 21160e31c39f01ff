// SPDX-License-Identifier: MIT
import { phrase } from '../language/phrase.ts';
import { unique } from './read-delimited.ts';
import type { Table } from './table.ts';
import { TableBuilder } from './table-builder.ts';
import { quoted, TableError } from './table-error.ts';

type Cell = number | string | null;

/** Whether a text is JSON, and no text with separators. */
export const looksLikeJson = (text: string): boolean => /^\s*(\[\s*[[{\]]|\{)/.test(text);

/**
 * Reads a list of objects, whose keys are the columns, or a list of lists, whose first may have the names. Also
 * one object in each line.
 */
export function readJson(text: string, name: string): Table {
  const rows = rowsIn(text, name);
  const [first] = rows;
  if (first === undefined) throw new TableError(phrase('The table is empty.'));
  return Array.isArray(first) ? fromLists(rows, name) : fromObjects(rows, name);
}

function rowsIn(text: string, name: string): unknown[] {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    const lines = text.split('\n').filter((line) => line.trim() !== '');
    if (lines.length < 2 || !lines[0]?.trim().endsWith('}')) throw noJson(name, error);
    try {
      return lines.map((line): unknown => JSON.parse(line));
    } catch (inLine) {
      throw noJson(name, inLine);
    }
  }
  if (Array.isArray(value)) return value;
  throw new TableError(
    phrase('“{file}” must be a list of rows, such as [[1, 2], [3, 4]].', {
      file: name,
    }),
  );
}

const noJson = (name: string, error: unknown): TableError =>
  new TableError(
    phrase('“{file}” is not valid JSON. The browser says: {reason}', {
      file: name,
      reason: error instanceof Error ? error.message : String(error),
    }),
  );

function fromObjects(rows: readonly unknown[], name: string): Table {
  const names = new Set<string>();
  for (const [index, row] of rows.entries()) {
    if (typeof row !== 'object' || row === null || Array.isArray(row)) throw otherRow(index);
    for (const key of Object.keys(row)) names.add(key);
  }
  const builder = new TableBuilder([...names], '.');
  for (const [index, row] of rows.entries()) {
    const values = new Map(Object.entries(row as object));
    const cells = [...names].map((column) => cellOf(values.get(column), index, column));
    builder.addValues(cells, index + 1);
  }
  return builder.table(name, {});
}

function fromLists(rows: readonly unknown[], name: string): Table {
  for (const [index, row] of rows.entries()) if (!Array.isArray(row)) throw otherRow(index);
  const [first = [], second] = rows as unknown[][];
  const isText = (value: unknown): value is string => typeof value === 'string' && value !== '';
  const named = first.every(isText) && (second === undefined || !second.every(isText));
  const names = first.map((value, i) => (named ? String(value) : `Column ${i + 1}`));
  const builder = new TableBuilder(unique(names), '.');
  for (const [index, row] of (rows as unknown[][]).entries()) {
    if (named && index === 0) continue;
    const cells = row.map((value, i) => cellOf(value, index, names[i] ?? `Column ${i + 1}`));
    builder.addValues(cells, index + 1);
  }
  return builder.table(name, {});
}

const otherRow = (index: number): TableError =>
  new TableError(phrase('Row {row} is of another kind than the first row.', { row: index + 1 }));

function cellOf(value: unknown, index: number, column: string): Cell {
  if (value === undefined || value === null) return null;
  if (typeof value === 'number' || typeof value === 'string') return value;
  if (typeof value === 'boolean') return String(value);
  throw new TableError(
    phrase('Row {row}, column “{column}”: {value} is neither a number nor a text.', {
      row: index + 1,
      column,
      value: quoted(JSON.stringify(value)),
    }),
  );
}
