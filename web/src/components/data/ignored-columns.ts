// SPDX-License-Identifier: MIT
import type { TableFacts } from '../../data/facts.ts';
import { type Useless, uselessness } from '../../data/guess.ts';
import type { Recipe } from '../../data/recipe.ts';
import { joined } from '../../language/list.ts';
import { msg, plural } from '../../language/message.ts';

/** Columns with the same reason that are named one by one. */
const namedColumns = 4;

const sentences: Readonly<Record<Useless, (n: number, columns: string) => string>> = {
  empty: (n, columns) =>
    plural(
      n,
      '{columns} is ignored because it is empty.',
      '{columns} are ignored because they are empty.',
      { columns },
    ),
  oneValue: (n, columns) =>
    plural(
      n,
      '{columns} is ignored because it has one value only.',
      '{columns} are ignored because each has one value only.',
      { columns },
    ),
  counts: (n, columns) =>
    plural(
      n,
      '{columns} is ignored because it only numbers the rows.',
      '{columns} are ignored because they only number the rows.',
      { columns },
    ),
  texts: (n, columns) =>
    plural(
      n,
      '{columns} is ignored because it has too many different texts.',
      '{columns} are ignored because each has too many different texts.',
      { columns },
    ),
};

/** Why the page ignores columns, a sentence for each reason. What the reader ignores needs none. */
export function ignoredColumns({ columns, rows }: TableFacts, { kinds, target }: Recipe): string[] {
  const why = columns.map((column, index) =>
    kinds[index] === 'ignored' && index !== target ? uselessness(column, rows) : undefined,
  );
  return (Object.keys(sentences) as Useless[]).flatMap((reason) => {
    const names = columns.filter((_, index) => why[index] === reason).map(({ name }) => name);
    return names.length > 0 ? [sentences[reason](names.length, listed(names))] : [];
  });
}

function listed(names: readonly string[]): string {
  const more = names.length - namedColumns;
  const named = more > 1 ? names.slice(0, namedColumns) : names;
  return joined([
    ...named.map((column) => msg('“{column}”', { column })),
    ...(more > 1 ? [plural(more, '{n} other', '{n} others')] : []),
  ]);
}
