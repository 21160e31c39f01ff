// SPDX-License-Identifier: MIT
import type { Mark, MarkEntry, MarkKind } from '../../../../wasm/types.ts';
import { grouped, pointText, threeDigits } from '../../format/number.ts';
import { current } from '../../language/current.ts';
import { msg, plural } from '../../language/message.ts';
import { pointCount, pointOf, type ShownMark } from './rule-marks.ts';

/** A kind of mark that is drawn, in words and numbers. */
export interface MarkCaption {
  entry: MarkEntry;
  /** Its label and numbers. */
  text: string;
  /** The four numbers of its matrix, by row. */
  matrix: readonly string[] | undefined;
}

/** The label with its numbers. The newest mark comes first. */
const captions: Record<MarkKind, (label: string, marks: readonly [Mark, ...Mark[]]) => string> = {
  arrow: (label, [mark]) =>
    msg('{label}, length {length}', { label, length: threeDigits(lengthOf(mark)) }),
  point: (label, [mark]) => msg('{label} at {point}', { label, point: pointText(pointOf(mark)) }),
  trials: trialText,
  circle: (label, [{ values }]) =>
    msg('{label}, radius {numbers}', { label, numbers: listText(values) }),
  curvature: (label, [{ values }]) =>
    msg('{label}, eigenvalues {numbers}', { label, numbers: listText(values) }),
  spread: (label, [{ values }]) =>
    msg('{label}, standard deviations {numbers}', {
      label,
      numbers: listText(values.map(Math.sqrt)),
    }),
  box: (label, [{ values }]) => {
    const [x = Number.NaN, y = Number.NaN] = values;
    return `${label}: x ${threeDigits(x)}, y ${threeDigits(y)}`;
  },
  members: (label, [mark]) =>
    plural(pointCount(mark), '{label}: {n} point', '{label}: {n} points', { label }),
  number: (label, [{ values }]) => `${label} ${listText(values)}`,
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
    return [{ entry, text: captions[entry.kind](entry.label, [newest, ...older]), matrix }];
  });
}

function lengthOf(mark: Mark): number {
  const [[x, y], [toX, toY]] = [pointOf(mark), pointOf(mark, 1)];
  return Math.hypot(toX - x, toY - y);
}

function trialText(label: string, marks: readonly Mark[]): string {
  const tried = marks.reduce((sum, mark) => sum + pointCount(mark), 0);
  const taken = marks.filter((mark) => mark.taken !== undefined).length;
  return msg('{label}: {tried} tried, {taken} taken', {
    label,
    tried: grouped(tried),
    taken: grouped(taken),
  });
}

/** One number, or two with "and" between them. */
function listText(values: Float64Array): string {
  return new Intl.ListFormat(current().tag).format(Array.from(values, threeDigits));
}
