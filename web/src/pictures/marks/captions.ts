// SPDX-License-Identifier: MIT
import type { Mark, MarkEntry, MarkKind } from '../../../../wasm/types.ts';
import { grouped, pointText, threeDigits } from '../../format/number.ts';
import { pointCount, pointOf, type ShownMark } from './rule-marks.ts';

/** A kind of mark that is drawn, in words and numbers. */
export interface MarkCaption {
  entry: MarkEntry;
  /** Its label and numbers. */
  text: string;
  /** The four numbers of its matrix, by row. */
  matrix: readonly string[] | undefined;
}

/** What follows the label. The newest mark comes first. */
const captions: Record<MarkKind, (marks: readonly [Mark, ...Mark[]]) => string> = {
  arrow: ([mark]) => `, length ${threeDigits(lengthOf(mark))}`,
  point: ([mark]) => ` at ${pointText(pointOf(mark))}`,
  trials: trialText,
  circle: ([{ values }]) => `, radius ${listText(values)}`,
  curvature: ([{ values }]) => `, eigenvalues ${listText(values)}`,
  spread: ([{ values }]) => `, standard deviations ${listText(values.map(Math.sqrt))}`,
  box: ([
    {
      values: [x = Number.NaN, y = Number.NaN],
    },
  ]) => `: x ${threeDigits(x)}, y ${threeDigits(y)}`,
  members: ([mark]) => `: ${grouped(pointCount(mark))} points`,
  number: ([{ values }]) => ` ${listText(values)}`,
};

/** What is drawn, in the order of the catalog. The newest marks give the numbers. */
export function captionsOf(
  entries: readonly MarkEntry[],
  shown: readonly ShownMark[],
): MarkCaption[] {
  return entries.flatMap((entry) => {
    const [newest, ...older] = shown
      .filter(({ mark }) => mark.name === entry.name)
      .map(({ mark }) => mark)
      .reverse();
    if (!newest) return [];
    const matrix = newest.matrix && Array.from(newest.matrix, threeDigits);
    return [{ entry, text: entry.label + captions[entry.kind]([newest, ...older]), matrix }];
  });
}

function lengthOf(mark: Mark): number {
  const [[x, y], [toX, toY]] = [pointOf(mark), pointOf(mark, 1)];
  return Math.hypot(toX - x, toY - y);
}

function trialText(marks: readonly Mark[]): string {
  const tried = marks.reduce((sum, mark) => sum + pointCount(mark), 0);
  const taken = marks.filter((mark) => mark.taken !== undefined).length;
  return `: ${grouped(tried)} tried, ${grouped(taken)} taken`;
}

/** One number, or two with "and" between them. */
function listText(values: Float64Array): string {
  return Array.from(values, threeDigits).join(' and ');
}
