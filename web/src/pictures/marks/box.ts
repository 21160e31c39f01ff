// SPDX-License-Identifier: MIT
import type { Pen } from './pen.ts';
import { pointOf, type ShownMark } from './rule-marks.ts';

/** The shortest half side, so that a very narrow box is still seen. */
const narrowest = 2;

/** Half the sides of a box in the ratio of two factors, if the longer one is `unit`. */
export function halfSides([x = 0, y = 0]: Iterable<number>, unit: number): [number, number] {
  const largest = Math.max(Math.abs(x), Math.abs(y));
  const half = (factor: number): number =>
    Math.max(narrowest, largest > 0 ? (unit * Math.abs(factor)) / largest : 0);
  return [half(x), half(y)];
}

/** Draws a box around a point, with sides in the ratio of its factors. */
export function drawBox(pen: Pen, { mark }: ShownMark): void {
  const [x, y] = pen.pixel(pointOf(mark));
  const [across, up] = halfSides(mark.values, 0.7 * pen.unit);
  const trace = () => pen.context.rect(x - across, y - up, 2 * across, 2 * up);
  pen.tint(trace);
  pen.line(trace);
}
