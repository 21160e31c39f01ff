// SPDX-License-Identifier: MIT
import type { Point } from '../../model/settings.ts';
import { threeDigits } from '../../format/number.ts';
import { axisOf, traceEllipse } from './ellipse.ts';
import type { Pen } from './pen.ts';
import { pointOf, type ShownMark } from './rule-marks.ts';

/** The shortest half axis, so that a very narrow ellipse is still seen. */
const narrowest = 3;

/**
 * The half axes of the ellipse in which a quadratic with these second derivatives changes by the same amount in all
 * directions, if the longer one is `unit`.
 */
export function halfAxes([a = 0, b = 0]: Iterable<number>, unit: number): [number, number] {
  const flattest = Math.min(Math.abs(a), Math.abs(b));
  const half = (curvature: number): number =>
    Math.max(narrowest, unit * (curvature === 0 ? 1 : Math.sqrt(flattest / Math.abs(curvature))));
  return [half(a), half(b)];
}

/** Draws the ellipse of a curvature with its axes and eigenvalues. Along a dashed axis it is negative. */
export function drawCurvature(pen: Pen, { mark }: ShownMark): void {
  const halves = halfAxes(mark.values, pen.unit);
  const trace = traceEllipse(pen, mark, halves);
  pen.tint(trace);
  pen.line(trace);
  const [x, y] = pen.pixel(pointOf(mark));
  const { context } = pen;
  for (const index of [0, 1] as const) {
    const value = mark.values[index] ?? 0;
    const [ax, ay] = axisOf(mark, index);
    const at = (distance: number): Point => [x + ax * distance, y + ay * distance];
    const half = halves[index];
    pen.thin(
      () => {
        context.moveTo(...at(-half));
        context.lineTo(...at(half));
      },
      value < 0 ? [3, 3] : [],
    );
    // To the right, where there is usually room.
    const way: Point = ax >= 0 ? [ax, ay] : [-ax, -ay];
    const [wx, wy] = way;
    pen.label(threeDigits(value), [x + wx * half, y + wy * half], way);
  }
}
