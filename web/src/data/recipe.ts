// SPDX-License-Identifier: MIT
import type { Task } from '../../../wasm/types.ts';

/** What a column is in training. */
export type Kind = 'number' | 'category' | 'ignored';

export const kinds: readonly Kind[] = ['number', 'category', 'ignored'];

/** Rows with missing cells are left out, or cells filled by the mean and the most frequent value. */
export type Filling = 'leave-out' | 'fill';

/** How a table becomes samples. */
export interface Recipe {
  /** One for each column. That of the target counts only as an input. */
  kinds: Kind[];
  /** The index of the target column. */
  target: number;
  task: Task;
  missing: Filling;
  /** Whether all images are used, where the table has some of them. */
  whole?: boolean;
}

/**
 * A recipe in a link, such as `3n1i1c.4.c.l`: runs of kinds, the target, the task, what is missing, and `w` for all
 * images.
 */
export function recipeText({ kinds, target, task, missing, whole }: Recipe): string {
  const runs = kinds
    .map((kind) => kind.charAt(0))
    .join('')
    .replaceAll(/(.)\1*/g, (run) => `${run.length}${run.charAt(0)}`);
  return [runs, target, task.charAt(0), missing.charAt(0), ...(whole ? ['w'] : [])].join('.');
}

/** The recipe in a text for so many columns, or undefined if there is none. */
export function recipeFrom(text: unknown, columns: number): Recipe | undefined {
  const [, runs = '', at, task, missing, whole] =
    /^((?:\d{1,4}[nci])+)\.(\d{1,4})\.([cr])\.([lf])(\.w)?$/.exec(String(text)) ?? [];
  const lengths = [...runs.matchAll(/(\d+)([nci])/g)].map(
    ([, length, kind]) =>
      [Number(length), kinds.find((one) => one.startsWith(kind ?? ''))] as const,
  );
  const target = Number(at);
  if (lengths.reduce((sum, [length]) => sum + length, 0) !== columns || !(target < columns))
    return undefined;
  return {
    kinds: lengths.flatMap(([length, kind]) => new Array<Kind>(length).fill(kind ?? 'ignored')),
    target,
    task: task === 'c' ? 'classification' : 'regression',
    missing: missing === 'l' ? 'leave-out' : 'fill',
    ...(whole && { whole: true }),
  };
}
