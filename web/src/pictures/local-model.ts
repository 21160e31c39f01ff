// SPDX-License-Identifier: MIT
import type { Taylor } from '../engine/messages.ts';
import type { Point } from '../model/settings.ts';

/** A racer's point, and the derivatives of the surface there. */
export interface Place {
  at: Point;
  /** The point before it on the path, if there is one. */
  from?: Point | undefined;
  slot: number;
  taylor: Taylor;
}

/** Degrees from the x axis, counter-clockwise, or down the gradient, or along the last step. */
export type Direction = number | 'downhill' | 'step';

/** A line through a racer's point, with slope and curvature along it. */
export interface Slice {
  /** The unit vector of the direction. */
  way: Point;
  slope: number;
  curvature: number;
  /** Its length to each side. */
  reach: number;
}

/** Reach in units of the distance to the parabola's minimum: shows the minimum and as much beyond it. */
const widthsInView = 2.2;

/** More than the length of the last step, to show both ends and a little beyond. */
const stepsInView = 1.15;
/** What is farther away than so many steps is not shown, because the step would be too small to see. */
const mostSteps = 10;

/**
 * The slice in a direction. `span` is the size of the drawn surface, and limits the slice. Along the last step it
 * also shows what is `far` away, if it is not too far.
 */
export function sliceThrough(place: Place, direction: Direction, span: number, far = 0): Slice {
  const { taylor } = place;
  const [gx, gy] = taylor.gradient;
  const [xx, xy, yy] = taylor.hessian;
  const step = stepOf(place);
  const way = directionOf(place, direction);
  const [x, y] = way;
  const slope = gx * x + gy * y;
  const curvature = xx * x * x + 2 * xy * x * y + yy * y * y;
  if (direction === 'step' && step) {
    const length = Math.hypot(...step);
    const reach = Math.min(span, stepsInView * Math.max(length, Math.min(far, mostSteps * length)));
    return { way, slope, curvature, reach };
  }
  const bottom = curvature > 0 ? Math.abs(slope) / curvature : 0;
  const wished = bottom > 0 ? widthsInView * bottom : span / 8;
  const reach = Math.min(span / 3, Math.max(span / 500, wished));
  return { way, slope, curvature, reach };
}

/** The last step, if there was one that went anywhere. */
function stepOf({ at, from }: Place): Point | undefined {
  const step: Point = from ? [at[0] - from[0], at[1] - from[1]] : [0, 0];
  return Math.hypot(...step) > 0 ? step : undefined;
}

/** The unit vector of a direction. With a zero gradient downhill can be any direction. */
function directionOf(place: Place, direction: Direction): Point {
  if (typeof direction === 'number') {
    const angle = (direction * Math.PI) / 180;
    return [Math.cos(angle), Math.sin(angle)];
  }
  const [gx, gy] = place.taylor.gradient;
  const [x, y] = (direction === 'step' ? stepOf(place) : undefined) ?? [-gx, -gy];
  const length = Math.hypot(x, y);
  return length > 0 ? [x / length, y / length] : [1, 0];
}

/** The value at a point of the second-order Taylor polynomial. */
export function quadratic({ at, taylor }: Place, [x, y]: Point): number {
  const [gx, gy] = taylor.gradient;
  const [xx, xy, yy] = taylor.hessian;
  const [dx, dy] = [x - at[0], y - at[1]];
  return taylor.value + gx * dx + gy * dy + (xx * dx * dx + 2 * xy * dx * dy + yy * dy * dy) / 2;
}

/** Evenly spaced distances along a slice, for drawing. */
export function stationsOf({ reach }: Slice, count: number): number[] {
  return Array.from({ length: count }, (_, index) => reach * ((2 * index) / (count - 1) - 1));
}
