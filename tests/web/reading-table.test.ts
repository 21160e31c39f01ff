// SPDX-License-Identifier: MIT
import { expect, test } from 'vitest';
import { ReadingTable } from '../../web/src/race/reading-table.ts';

const none = Number.NaN;
const rows = (table: ReadingTable, id: string) => table.of(id).map((column) => Array.from(column));

test('rows are appended, whatever their number', () => {
  const table = new ReadingTable();
  const all = Float64Array.from({ length: 1000 }, (_, row) => row + 1);
  table.put(0, { a: [all.slice(0, 10)] });
  table.put(10, { a: [all.slice(10, 700)] });
  table.put(700, { a: [all.slice(700)] });
  expect(rows(table, 'a')).toEqual([Array.from(all)]);
  expect(table.length(['a'])).toBe(1000);
});

test('missed rows are filled in later, and no row is lost', () => {
  const table = new ReadingTable();
  table.put(0, { a: [Float64Array.of(none, none, 3)], b: [Float64Array.of(7, 8, 9)] });
  table.put(0, { a: [Float64Array.of(1, 2)] });
  expect(rows(table, 'a')).toEqual([[1, 2, 3]]);
  table.put(0, { a: [Float64Array.of(none, none, 3, 4)] });
  expect(rows(table, 'a')).toEqual([[1, 2, 3, 4]]);
  expect(table.length(['a', 'b'])).toBe(3);
});

test('an instrument without readings has no columns', () => {
  const table = new ReadingTable();
  expect(table.of('a')).toEqual([]);
  expect(table.length(['a'])).toBe(0);
});

test('each column is its own', () => {
  const table = new ReadingTable();
  table.put(0, { a: [Float64Array.of(1, none), Float64Array.of(none, 4)] });
  table.put(1, { a: [Float64Array.of(2, 5), Float64Array.of(6, 7)] });
  expect(rows(table, 'a')).toEqual([
    [1, 2, 5],
    [none, 6, 7],
  ]);
});
