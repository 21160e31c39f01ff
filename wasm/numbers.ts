// SPDX-License-Identifier: MIT
/** Reads and checks arrays of numbers for the module, and splits long ones into pieces. */
import { attempt, counted, isTyped, ofShape, ofType, problem, refuse } from './settings.ts';
import type { Problem } from './types.ts';

export type Numbers = Float64Array<ArrayBuffer>;

/** A copy of a list of numbers, typed or not. */
export function numbersAt(value: unknown, path: string): Numbers {
  const numbers = attempt(() => copyOf(value));
  return numbers ?? refuse(path, ofType('must be a list of numbers'), value);
}

function copyOf(value: unknown): Numbers | undefined {
  if (isTyped(value)) return new Float64Array(value);
  if (typeof value !== 'object' || value === null) return undefined;
  const { length } = value as ArrayLike<unknown>;
  if (!Number.isInteger(length)) return undefined;
  const copy = new Float64Array(length);
  for (let i = 0; i < length; ++i) {
    const item = (value as ArrayLike<unknown>)[i];
    if (typeof item !== 'number') return undefined;
    copy[i] = item;
  }
  return copy;
}

/** The numbers of all rows, one row after another, or a problem with the first invalid row. */
export function rows(table: unknown[], path: string): { values: Numbers; width: number } | Problem {
  const width = widthOf(table[0]);
  const values = new Float64Array(table.length * width);
  for (const [i, row] of table.entries()) {
    if (widthOf(row) !== width || width === 0)
      return problem(
        `${path}[${i}]`,
        ofShape(`must be a row of ${width > 0 ? counted(width, 'number') : 'at least one number'}`),
        row,
      );
    if (isTyped(row)) values.set(row, i * width);
    else
      for (const [j, value] of (row as unknown[]).entries()) {
        if (typeof value !== 'number')
          return problem(`${path}[${i}][${j}]`, ofType('must be a number'), value);
        values[i * width + j] = value;
      }
  }
  return { values, width };
}

const widthOf = (row: unknown): number => (Array.isArray(row) || isTyped(row) ? row.length : 0);

/** The most numbers per call, in either direction: a few hundred kilobytes. */
const piece = 2 ** 16;

/** Applies `answer` to all rows, in pieces that fit into the module. Rows must be independent. */
export function inPieces(
  values: Numbers,
  path: string,
  [width, answers]: [width: number, answers: number],
  answer: (rows: Numbers) => Numbers,
): Numbers {
  const count = values.length / width;
  const all =
    attempt(() => new Float64Array(count * answers)) ??
    refuse(
      path,
      { code: 'too-large', rule: `must be so few that ${count * answers} answers fit into memory` },
      count,
    );
  const most = Math.max(1, Math.floor(piece / (width + answers)));
  // Also called once for no rows, so the other arguments are checked.
  for (let first = 0; first === 0 || first < count; first += most)
    all.set(answer(values.slice(first * width, (first + most) * width)), first * answers);
  return all;
}
