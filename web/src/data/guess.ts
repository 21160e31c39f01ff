// SPDX-License-Identifier: MIT
import type { Task } from '../../../wasm/types.ts';
import { type ColumnFacts, countedValues, type TableFacts } from './facts.ts';
import { mostClasses } from './limits.ts';
import type { Kind, Recipe } from './recipe.ts';

/** A category with more values would have more inputs than it is worth. */
const mostCategories = 50;
/** Below this share of texts, a column has numbers, and its texts count as missing. */
const strayShare = 0.05;
/** Integers with at most so many different values are classes. */
const mostIntegerClasses = 20;
/** Each class should have at least so many rows. */
const leastPerClass = 4;

const targetNames =
  /^(target|label|labels|class|classes|species|outcome|output|response|diagnosis|survived|category|quality|price|medv|ziel|klasse|clase|cible|classe)$/i;
const idNames = /^(id|index|idx|no|nr|#|row|rownames|row_?id|unnamed.*|.*_id)$/i;

/** What the columns of a table probably are, which is the target, and what is to be learned. */
export function guessRecipe(facts: TableFacts): Recipe {
  const { columns, rows } = facts;
  const kinds = columns.map((column) => (facts.images ? 'number' : guessKind(column, rows)));
  const target = facts.images ? columns.length - 1 : guessTarget(columns, kinds);
  const column = columns[target];
  const task = column ? guessTask(column, rows) : 'regression';
  const missing = rowsMissing(facts) > rows / 10 ? 'fill' : 'leave-out';
  return { kinds, target, task, missing, ...(facts.hasWhole && { whole: true }) };
}

/** Why a column says nothing of the others, as far as that can be guessed. */
export type Useless = 'empty' | 'oneValue' | 'counts' | 'texts';

/** Undefined if the column is worth using. */
export function uselessness(column: ColumnFacts, rows: number): Useless | undefined {
  const { name, numbers, texts, different, counts } = column;
  const filled = numbers + texts;
  if (filled === 0) return 'empty';
  if (different < 2) return 'oneValue';
  if (isNumeric(column)) {
    const isNumbering = counts && (idNames.test(name) || name === '') && filled === rows;
    return isNumbering ? 'counts' : undefined;
  }
  return different <= mostCategories && different <= filled / 2 ? undefined : 'texts';
}

const isNumeric = ({ numbers, texts }: ColumnFacts): boolean =>
  numbers > 0 && texts / (numbers + texts) < strayShare;

function guessKind(column: ColumnFacts, rows: number): Kind {
  if (uselessness(column, rows)) return 'ignored';
  return isNumeric(column) ? 'number' : 'category';
}

/** A column with a usual name, or the last one that is not ignored. */
function guessTarget(columns: readonly ColumnFacts[], kinds: readonly Kind[]): number {
  const used = columns.map((_, index) => index).filter((index) => kinds[index] !== 'ignored');
  const named = used.filter((index) => targetNames.test(columns[index]?.name.trim() ?? ''));
  const [category, ...others] = used.filter((index) => kinds[index] === 'category');
  const edges = [used.at(-1), used[0]];
  if (named.length > 0) return named.at(-1) ?? 0;
  if (category !== undefined && others.length === 0 && edges.includes(category)) return category;
  return used.at(-1) ?? columns.length - 1;
}

export function guessTask({ texts, numbers, different, whole }: ColumnFacts, rows: number): Task {
  if (texts > numbers) return 'classification';
  if (!whole || different >= countedValues) return 'regression';
  const enough = different * leastPerClass <= rows;
  return different <= mostIntegerClasses && enough ? 'classification' : 'regression';
}

/** The most rows that may have missing cells. */
function rowsMissing({ columns, rows }: TableFacts): number {
  return Math.min(
    rows,
    columns.reduce((sum, { missing }) => sum + missing, 0),
  );
}

/** Whether a column may be a target with classes. */
export const mayBeClasses = ({ different }: ColumnFacts): boolean =>
  different >= 2 && different <= mostClasses;
