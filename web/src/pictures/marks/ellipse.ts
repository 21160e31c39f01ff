// SPDX-License-Identifier: MIT
import type { Mark } from '../../../../wasm/types.ts';
import type { Point } from '../../model/settings.ts';
import type { Pen } from './pen.ts';
import { pointOf } from './rule-marks.ts';

/** The unit eigenvector of an eigenvalue, in pixels: the y axis points down. */
export function axisOf({ axes }: Mark, index: 0 | 1): Point {
  return [axes?.[2 * index] ?? Number.NaN, -(axes?.[2 * index + 1] ?? Number.NaN)];
}

/** Traces an ellipse around the centre of a mark, with these half axes in pixels along its eigenvectors. */
export function traceEllipse(pen: Pen, mark: Mark, halves: readonly [number, number]): () => void {
  const [x, y] = pen.pixel(pointOf(mark));
  const [ax, ay] = axisOf(mark, 0);
  return () => pen.context.ellipse(x, y, halves[0], halves[1], Math.atan2(ay, ax), 0, 2 * Math.PI);
}
