// SPDX-License-Identifier: MIT
import type { Taylor } from '../engine/messages.ts';
import type { Point } from '../model/settings.ts';

/** A racer's point, and the derivatives of the surface there. */
export interface Place {
  at: Point;
  slot: number;
  taylor: Taylor;
}

/** Degrees from the x axis, counter-clockwise, or down the gradient. */
export type Direction = number | 'downhill';

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

/** The slice in a direction. `span` is the size of the drawn surface, and limits the slice. */
export function sliceThrough({ taylor }: Place, direction: Direction, span: number): Slice {
  const [gx, gy] = taylor.gradient;
  const [xx, xy, yy] = taylor.hessian;
  const way = unit(direction, taylor.gradient);
  const [x, y] = way;
  const slope = gx * x + gy * y;
  const curvature = xx * x * x + 2 * xy * x * y + yy * y * y;
  const bottom = curvature > 0 ? Math.abs(slope) / curvature : 0;
  const wished = bottom > 0 ? widthsInView * bottom : span / 8;
  const reach = Math.min(span / 3, Math.max(span / 500, wished));
  return { way, slope, curvature, reach };
}

/** The unit vector of a direction. With a zero gradient downhill can be any direction. */
function unit(direction: Direction, [gx, gy]: Taylor['gradient']): Point {
  if (direction !== 'downhill') {
    const angle = (direction * Math.PI) / 180;
    return [Math.cos(angle), Math.sin(angle)];
  }
  const steepness = Math.hypot(gx, gy);
  return steepness > 0 ? [-gx / steepness, -gy / steepness] : [1, 0];
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
