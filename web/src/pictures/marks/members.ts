// SPDX-License-Identifier: MIT
import type { Pen } from './pen.ts';
import { pointCount, pointOf, type ShownMark } from './rule-marks.ts';

const radius = 3;

/** Draws a small ring for each member of a population. */
export function drawMembers(pen: Pen, { mark }: ShownMark): void {
  for (let index = 0; index < pointCount(mark); index++)
    pen.dot(pen.pixel(pointOf(mark, index)), radius);
}
