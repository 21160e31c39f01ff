// SPDX-License-Identifier: MIT
import type { Mark, MarkEntry } from '../../../../wasm/types.ts';
import type { Point } from '../../model/settings.ts';

/** A mark with its entry in the catalog, and the number of steps taken since. */
export interface ShownMark {
  entry: MarkEntry;
  mark: Mark;
  age: number;
}

/** What the rule of a racer draws of its last steps, the oldest first. */
export interface RuleMarks {
  /** The key of the racer, and the number of its colour. */
  racer: number;
  slot: number;
  marks: readonly ShownMark[];
}

/** The marks that are shown, of steps with the newest first. */
export function shownMarks(
  entries: readonly MarkEntry[],
  steps: readonly (readonly Mark[])[],
): ShownMark[] {
  return steps
    .flatMap((marks, age) =>
      marks.flatMap((mark): ShownMark[] => {
        const entry = entries.find(({ name }) => name === mark.name);
        return entry && age < entry.steps ? [{ entry, mark, age }] : [];
      }),
    )
    .reverse();
}

/** The number of last steps that the marks of a rule are of. 0 if it draws none. */
export function stepsOf(entries: readonly MarkEntry[]): number {
  return Math.max(0, ...entries.map(({ steps }) => steps));
}

/** A point of a mark, by its index. */
export function pointOf({ points }: Mark, index = 0): Point {
  return [points[2 * index] ?? Number.NaN, points[2 * index + 1] ?? Number.NaN];
}

/** Whether the marks of the last step are more to the right of a point than to its left. */
export function leanRight(marks: readonly ShownMark[], [x]: Point): boolean {
  const newest = marks.filter(({ age }) => age === 0).map(({ mark }) => mark);
  const offsets = newest.flatMap((mark) =>
    Array.from({ length: pointCount(mark) }, (_, index) => pointOf(mark, index)[0] - x),
  );
  return offsets.reduce((sum, offset) => sum + offset, 0) > 0;
}

export function pointCount({ points }: Mark): number {
  return points.length / 2;
}
