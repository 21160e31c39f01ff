// SPDX-License-Identifier: MIT
import type { LossView } from './loss-view.ts';

export interface Point {
  x: number;
  y: number;
}

/** A loss of exactly zero has no logarithm: drawn here, and labelled so. */
export const lossFloor = 1e-12;

/** Where a loss is drawn: so far above the floor, and not below what a logarithm can show. */
export function drawnLoss(
  loss: number,
  { floor, scale }: Pick<LossView, 'floor' | 'scale'>,
): number {
  return scale === 'log' ? Math.max(lossFloor, loss - floor) : loss - floor;
}
