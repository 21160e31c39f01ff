// SPDX-License-Identifier: MIT
import type { Pen } from './pen.ts';
import { pointOf, type ShownMark } from './rule-marks.ts';

const radius = 9;

/** Draws a ring around a point. It is visible also around a racer's disc. */
export function drawPoint(pen: Pen, { mark }: ShownMark): void {
  pen.ring(pen.pixel(pointOf(mark)), radius);
}
