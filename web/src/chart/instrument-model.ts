// SPDX-License-Identifier: MIT
import type { InstrumentEntry } from '../../../wasm/types.ts';
import type { Race } from '../race/race.ts';
import type { Settings } from '../model/settings.ts';
import { niceAbove, niceBelow, type Range } from './axis-range.ts';
import { type ChartModel, type Line, xEnd } from './chart-model.ts';
import type { InstrumentLine } from './instrument-lines.ts';
import { axisTitle } from './loss-view.ts';
import { lossFloor, type Point } from './series.ts';
import { thinned } from './thinned.ts';

/** The most points of all lines, which several charts must be able to afford, and of one line. */
const pointBudget = 1200;
const mostPoints = 300;

/** The model of an instrument's chart, ready to draw. */
export function instrumentModel(
  lines: readonly InstrumentLine[],
  race: Race,
  settings: Settings,
  { scale, most }: Pick<InstrumentEntry, 'scale' | 'most'>,
): ChartModel {
  const limit = Math.min(mostPoints, Math.floor(pointBudget / Math.max(1, lines.length)));
  const canBeDrawn = scale === 'log' ? (value: number) => value > 0 : () => true;
  const drawn = lines.map(({ x, y, slot, dash, name, isLimit, wild }) => {
    const points = thinned(x, y, limit, canBeDrawn);
    if (scale === 'log') for (const point of points) point.y = Math.max(lossFloor, point.y);
    const kind = isLimit ? 'limit' : name === '' ? 'beside' : 'main';
    const line: Line = { points, slot, dash, kind, name, changes: [], diverged: '' };
    return { line, wild };
  });
  const tame = drawn.filter(({ wild }) => !wild);
  const seen = (tame.length > 0 ? tame : drawn).map(({ line }) => line);
  return {
    lines: drawn.map(({ line }) => line),
    scale,
    xTitle: axisTitle(race, settings.view.axis),
    x: { min: 0, max: xEnd(race, settings) },
    y: most
      ? { min: 0, max: most }
      : rangeOf(
          seen.flatMap(({ points }) => points),
          scale,
        ),
    target: null,
  };
}

/** The range of the y axis. A racer that diverged leaves the frame, so others stay readable. */
function rangeOf(points: readonly Point[], scale: 'linear' | 'log'): Range {
  let low = Number.POSITIVE_INFINITY;
  let high = Number.NEGATIVE_INFINITY;
  for (const { y } of points) {
    low = Math.min(low, y);
    high = Math.max(high, y);
  }
  if (low > high) return scale === 'log' ? { min: 0.1, max: 1 } : { min: 0, max: 1 };
  if (scale === 'log') {
    const max = niceAbove(high);
    return { min: Math.min(niceBelow(low), max / 10), max };
  }
  const max = high > 0 ? niceAbove(high) : 0;
  const min = low < 0 ? -niceAbove(-low) : 0;
  return { min, max: max > min ? max : min + 1 };
}
