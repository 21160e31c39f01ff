// SPDX-License-Identifier: MIT
import type { Pen } from './pen.ts';
import { pointOf, type ShownMark } from './rule-marks.ts';

/** A larger circle would not be seen. */
const largest = 1e5;

/** Draws a dashed circle. */
export function drawCircle(pen: Pen, { mark }: ShownMark): void {
  const radius = (mark.values[0] ?? 0) * pen.window.scale;
  if (!(radius > 0 && radius < largest)) return;
  const [x, y] = pen.pixel(pointOf(mark));
  pen.line(() => pen.context.arc(x, y, radius, 0, 2 * Math.PI), [7, 4]);
}
