// SPDX-License-Identifier: MIT
import type { Mark } from '../../../../wasm/types.ts';
import type { Point } from '../../model/settings.ts';
import type { Place, Slice } from '../local-model.ts';
import { pointCount, pointOf, type ShownMark } from './rule-marks.ts';

/** A trial point on a slice: its distance along it, and whether the step went there. */
export interface TrialOnSlice {
  distance: number;
  taken: boolean;
}

/** A point may be this share of the slice's reach beside it, because of rounding. */
const beside = 1e-6;

/** The trial points of the last step that lie on a slice, as those of a line search do if it follows the step. */
export function trialsOn(
  { way, reach }: Slice,
  { at }: Place,
  marks: readonly ShownMark[],
): TrialOnSlice[] {
  return lastTrials(marks).flatMap((mark) =>
    pointsOf(mark).flatMap(([x, y], index): TrialOnSlice[] => {
      const [dx, dy] = [x - at[0], y - at[1]];
      const distance = dx * way[0] + dy * way[1];
      const isBeside = Math.abs(dx * way[1] - dy * way[0]) > beside * reach;
      if (isBeside || Math.abs(distance) > reach) return [];
      return [{ distance, taken: index === mark.taken }];
    }),
  );
}

/** How far the farthest trial point of the last step is from a racer's point. */
export function farthestTrial({ at }: Place, marks: readonly ShownMark[]): number {
  const points = lastTrials(marks).flatMap(pointsOf);
  return Math.max(0, ...points.map(([x, y]) => Math.hypot(x - at[0], y - at[1])));
}

function lastTrials(marks: readonly ShownMark[]): Mark[] {
  return marks
    .filter(({ entry, age }) => entry.kind === 'trials' && age === 0)
    .map(({ mark }) => mark);
}

function pointsOf(mark: Mark): Point[] {
  return Array.from({ length: pointCount(mark) }, (_, index) => pointOf(mark, index));
}
