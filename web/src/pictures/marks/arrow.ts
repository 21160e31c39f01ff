// SPDX-License-Identifier: MIT
import type { Point } from '../../model/settings.ts';
import type { Window } from '../window.ts';
import type { Pen } from './pen.ts';
import { pointOf, type ShownMark } from './rule-marks.ts';

const head = 9;
/** The distance between a racer's point and the foot, in pixels, so the line does not begin under the disc. */
const clear = 6;
/** From the edge of the picture, in pixels. */
const inset = 6;
/** A shorter arrow is drawn larger. */
const shortest = 24;
/** Of an arrow that is even shorter nothing is drawn. */
const largest = 1e6;

/** How many times as long as it is an arrow is drawn: a power of ten. 0 if it is too short to draw. */
export function magnification(pixels: number): number {
  if (!(pixels > 0)) return 0;
  const factor = 10 ** Math.max(0, Math.ceil(Math.log10(shortest / pixels) - 1e-9));
  return factor > largest ? 0 : factor;
}

/** The length of an arrow inside the picture. */
function within(
  { size: { width, height } }: Window,
  [x, y]: Point,
  [ax, ay]: Point,
  length: number,
): number {
  const room = (from: number, way: number, end: number): number =>
    way > 0 ? (end - inset - from) / way : way < 0 ? (inset - from) / way : Infinity;
  return Math.min(length, Math.max(0, room(x, ax, width)), Math.max(0, room(y, ay, height)));
}

/**
 * Draws an arrow. A short one is drawn some times as long, and says so. One that leads out of the picture ends at
 * its edge, with a hollow head.
 */
export function drawArrow(pen: Pen, { mark }: ShownMark): void {
  const foot = pen.pixel(pointOf(mark));
  const tip = pen.pixel(pointOf(mark, 1));
  const length = Math.hypot(tip[0] - foot[0], tip[1] - foot[1]);
  const factor = magnification(length);
  if (factor === 0) return;
  const way: Point = [(tip[0] - foot[0]) / length, (tip[1] - foot[1]) / length];
  const [x, y] = way;
  const along = (distance: number): Point => [foot[0] + x * distance, foot[1] + y * distance];
  const reach = within(pen.window, foot, way, length * factor);
  if (reach < clear + head) return;
  const { context } = pen;
  const triangle = () => {
    const [left, top] = along(reach);
    const [back, down] = along(reach - head);
    context.moveTo(left, top);
    context.lineTo(back - (y * head) / 2, down + (x * head) / 2);
    context.lineTo(back + (y * head) / 2, down - (x * head) / 2);
    context.closePath();
  };
  pen.line(() => {
    context.moveTo(...along(clear));
    context.lineTo(...along(reach - head));
  });
  if (reach < length) pen.line(triangle);
  else pen.solid(triangle);
  if (factor > 1) pen.label(`${factor} ×`, along(reach + 4), way);
}
