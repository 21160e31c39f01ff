// SPDX-License-Identifier: MIT
import { traceEllipse } from './ellipse.ts';
import type { Pen } from './pen.ts';
import type { ShownMark } from './rule-marks.ts';

/** A larger ellipse would not be seen. */
const largest = 1e5;

/** Draws the ellipse of a covariance: as far from its centre as one standard deviation. */
export function drawSpread(pen: Pen, { mark }: ShownMark): void {
  const half = (index: number): number =>
    Math.sqrt(Math.max(0, mark.values[index] ?? 0)) * pen.window.scale;
  const halves: [number, number] = [half(0), half(1)];
  if (!(Math.max(...halves) < largest)) return;
  const trace = traceEllipse(pen, mark, halves);
  pen.tint(trace);
  pen.line(trace);
}
