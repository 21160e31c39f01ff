// SPDX-License-Identifier: MIT
import { expect, test } from 'vitest';
import { ignoredColumns } from '../../../web/src/components/data/ignored-columns.ts';
import { factsOf } from '../../../web/src/data/facts.ts';
import { guessRecipe } from '../../../web/src/data/guess.ts';
import { readDelimited } from '../../../web/src/data/read-delimited.ts';

/** A table of 40 rows, by the names of its columns and what a cell holds. */
function tableOf(columns: Record<string, (i: number) => string | number>) {
  const cells = Array.from({ length: 40 }, (_, i) =>
    Object.values(columns)
      .map((cell) => cell(i))
      .join(','),
  );
  return factsOf(readDelimited([Object.keys(columns).join(','), ...cells].join('\n'), 'a.csv'));
}

const useful = { size: (i: number) => i * 1.5, kind: (i: number) => 'ab'[i % 2] ?? '' };

test('each reason is said of its columns', () => {
  const facts = tableOf({
    id: (i) => i + 1,
    nothing: () => '',
    same: () => 7,
    note: (i) => `note ${i}`,
    also: (i) => `also ${i}`,
    ...useful,
  });
  expect(ignoredColumns(facts, guessRecipe(facts))).toEqual([
    '“nothing” is ignored because it is empty.',
    '“same” is ignored because it has one value only.',
    '“id” is ignored because it only numbers the rows.',
    '“note” and “also” are ignored because each has too many different texts.',
  ]);
});

test('a column that the reader ignores or uses needs no reason', () => {
  const facts = tableOf({ id: (i) => i + 1, ...useful });
  const recipe = guessRecipe(facts);
  expect(ignoredColumns(facts, { ...recipe, kinds: ['number', 'ignored', 'category'] })).toEqual(
    [],
  );
  expect(ignoredColumns(facts, { ...recipe, target: 0 })).toEqual([]);
});

test('of many columns, four are named', () => {
  const same = Object.fromEntries(['a', 'b', 'c', 'd', 'e', 'f'].map((name) => [name, () => 0]));
  const facts = tableOf({ ...same, ...useful });
  expect(ignoredColumns(facts, guessRecipe(facts))).toEqual([
    '“a”, “b”, “c”, “d”, and 2 others are ignored because each has one value only.',
  ]);
});
