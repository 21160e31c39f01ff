// SPDX-License-Identifier: MIT
import { msg } from '../language/message.ts';
import { axisColumns, type Column, type CurveStore } from '../race/curve-store.ts';
import type { Race } from '../race/race.ts';
import type { Racer } from '../race/racer.ts';
import type { Settings } from '../model/settings.ts';
import { lossRange, niceAbove, type Range } from './axis-range.ts';
import { axisTitle, type LossView, lossView, type ShownColumn } from './loss-view.ts';
import { drawnLoss, type Point } from './series.ts';
import type { ThinLines } from './thin-line.ts';

/** One line of the chart. */
export interface Line {
  points: Point[];
  slot: number;
  /** The main loss, the training loss beside it, or a curve of the previous race. */
  kind: 'main' | 'beside' | 'limit' | 'ghost';
  /** The label at its end, or an empty string. */
  name: string;
  /** Instead of the racer's dash. */
  dash?: number[];
  /** The points where its hyperparameters were changed. */
  changes: Point[];
  /** Where it diverged, such as `step 38`. */
  diverged: string;
}

export interface ChartModel {
  lines: Line[];
  scale: Scale;
  xTitle: string;
  x: Range;
  y: Range;
  target: number | null;
}

type Scale = 'log' | 'linear';

/** The most points of all lines, to keep frames short, and of one line, which has no more pixels. */
const pointBudget = 2000;
const mostPoints = 500;

/** The model of the loss chart for a race, ready to draw. */
export function chartModel(
  race: Race,
  settings: Settings,
  names: Map<number, string>,
  thin: ThinLines,
): ChartModel {
  const { axis } = settings.view;
  const view = lossView(race, settings.view);
  const { main, beside, scale } = view;
  const { racers } = race;
  const count = (beside ? 2 : 1) * racers.length + race.ghosts.length;
  const limit = Math.min(mostPoints, Math.floor(pointBudget / Math.max(1, count)));
  const xMax = xEnd(race, settings);
  const pointsOf = (curve: CurveStore, shown: ShownColumn): Point[] =>
    thin.points(curve, { axis, shown, view, xMax, limit });

  const ghosts = race.ghosts.map(({ curve }): Line => {
    const points = pointsOf(curve, main);
    return { points, slot: 0, kind: 'ghost', name: '', changes: [], diverged: '' };
  });
  const besides = racers.flatMap(({ curve, settings: { slot } }): Line[] => {
    if (!beside) return [];
    const points = pointsOf(curve, beside);
    return [{ points, slot, kind: 'beside', name: '', changes: [], diverged: '' }];
  });
  const mains = racers.map((racer): Line => ({
    points: pointsOf(racer.curve, main),
    slot: racer.settings.slot,
    kind: 'main',
    name: names.get(racer.key) ?? '',
    changes: changePoints(racer, axisColumns[axis], view),
    diverged: racer.status === 'diverged' ? msg('step {n}', { n: racer.report?.step ?? 0 }) : '',
  }));
  const lines = [...ghosts, ...besides, ...mains];
  return {
    lines,
    scale,
    xTitle: axisTitle(race, axis),
    x: { min: 0, max: xMax },
    // Curves of a previous race may be from another problem, so they count only before the first step.
    // Those that an answer is compared with count always, or the axis would follow the finger.
    y: yRange(race.at === 0 || race.answers > 0 ? lines : [...besides, ...mains], view),
    target: hasTarget(race, view) ? race.target : null,
  };
}

function changePoints({ changes, curve }: Racer, column: Column, view: LossView): Point[] {
  return changes.flatMap(({ step }) => {
    const record = curve.rowAt('step', step);
    const y = curve.at(view.main, record);
    return Number.isFinite(y) ? [{ x: curve.at(column, record), y: drawnLoss(y, view) }] : [];
  });
}

/** Whether the chart shows a target. A target for the test loss needs a test split. */
function hasTarget(race: Race, { main }: LossView): boolean {
  if (main === 'learningRate') return false;
  const { tested, floor, kind } = race;
  return floor !== undefined && (tested || kind.target.loss === 'trainLoss');
}

/** The end of the x axis: that of the whole race, which other axes than the budget's estimate. */
export function xEnd(race: Race, { view, budget }: Settings): number {
  if (view.axis === budget.unit) return race.limit;
  const column = axisColumns[view.axis];
  const seen = [
    ...race.racers.map((racer) => ({
      last: racer.curve.last(column),
      share: racer.racing ? racer.at(budget.unit) / race.limit : 1,
    })),
    ...race.ghosts.map(({ curve }) => ({ last: curve.last(column), share: 1 })),
  ];
  const ends = seen.map(({ last, share }) => (share > 0 ? last / share : 0));
  const longest = Math.max(0, ...ends.filter(Number.isFinite));
  return longest > 0 ? niceAbove(longest) : 1;
}

/** The range of the y axis. Learning rates don't diverge, so all of a rate is shown. */
function yRange(lines: Line[], { main, scale }: LossView): Range {
  let low = Number.POSITIVE_INFINITY;
  let high = scale === 'log' ? 0 : Number.NEGATIVE_INFINITY;
  let start = 0;
  for (const { points } of lines) {
    start = Math.max(start, points[0]?.y ?? 0);
    for (const { y } of points) {
      low = Math.min(low, y);
      high = Math.max(high, y);
    }
  }
  return lossRange(low, high, main === 'learningRate' ? high : start, scale);
}
