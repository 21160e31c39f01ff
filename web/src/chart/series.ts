// SPDX-License-Identifier: MIT
import type { Column, CurveStore } from '../race/curve-store.ts';
import type { Axis } from '../state/settings.ts';
import type { LossView, ShownColumn } from './loss-view.ts';

export interface Point {
  x: number;
  y: number;
}

/** A loss of exactly zero has no logarithm: drawn here, and labelled so. */
export const lossFloor = 1e-12;

export const axisColumns: Record<Axis, Column> = {
  steps: 'step',
  epochs: 'epoch',
  samples: 'samplesSeen',
  time: 'milliseconds',
};

/** Where a loss is drawn: so far above the floor, and not below what a logarithm can show. */
export function drawnLoss(
  loss: number,
  { floor, scale }: Pick<LossView, 'floor' | 'scale'>,
): number {
  return scale === 'log' ? Math.max(lossFloor, loss - floor) : loss - floor;
}

/** The finite points of a curve; the line ends where it stopped being a number. */
export function curvePoints(
  curve: CurveStore,
  axis: Axis,
  shown: ShownColumn,
  view: Pick<LossView, 'floor' | 'scale' | 'first'>,
): Point[] {
  const xs = curve.column(axisColumns[axis]);
  const ys = curve.column(shown);
  const points: Point[] = [];
  for (let rung = view.first; rung < xs.length; rung++) {
    const y = ys[rung] ?? Number.NaN;
    if (!Number.isFinite(y)) break;
    points.push({ x: xs[rung] ?? 0, y: drawnLoss(y, view) });
  }
  return points;
}

/** At most about `limit` points: the first, the last, and the lowest and highest of each stretch. */
export function thinned(points: Point[], limit: number): Point[] {
  if (points.length <= limit) return points;
  const stretch = Math.ceil((2 * points.length) / limit);
  const kept: Point[] = [];
  for (let start = 0; start < points.length; start += stretch) {
    const part = points.slice(start, start + stretch);
    const low = part.reduce((a, b) => (b.y < a.y ? b : a));
    const high = part.reduce((a, b) => (b.y > a.y ? b : a));
    kept.push(...(low.x <= high.x ? [low, high] : [high, low]));
  }
  const first = points[0];
  const last = points[points.length - 1];
  if (first && kept[0] !== first) kept.unshift(first);
  if (last && kept[kept.length - 1] !== last) kept.push(last);
  return kept.filter((point, index) => point !== kept[index - 1]);
}
