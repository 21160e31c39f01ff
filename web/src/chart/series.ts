// SPDX-License-Identifier: MIT
import type { LossView } from './loss-view.ts';

export interface Point {
  x: number;
  y: number;
}

/** On a logarithmic scale a loss of zero is drawn at this value, and labelled as it. */
export const lossFloor = 1e-12;

/** The value at which a loss is drawn: its height above the floor, at least lossFloor on a log scale. */
export function drawnLoss(
  loss: number,
  { floor, scale }: Pick<LossView, 'floor' | 'scale'>,
): number {
  return scale === 'log' ? Math.max(lossFloor, loss - floor) : loss - floor;
}
