// SPDX-License-Identifier: MIT
import type { Taylor } from '../engine/messages.ts';
import type { Point } from '../state/settings.ts';

/** A racer's place and what the surface is like there. */
export interface Place {
  at: Point;
  slot: number;
  taylor: Taylor;
}

/** Degrees from the x axis, counter-clockwise. */
export type Direction = number | 'downhill';

/** A line through a place, and what first and second order say along it. */
export interface Slice {
  /** Of length 1. */
  way: Point;
  slope: number;
  curvature: number;
  /** How far it goes both ways. */
  reach: number;
}

/** In parabola half-widths: the bottom ahead and as much beyond it are in view. */
const widthsInView = 2.2;

/** `span` is how far the surface is drawn; a slice is a part of that. */
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

/** Where there is no slope, downhill is any way. */
function unit(direction: Direction, [gx, gy]: Taylor['gradient']): Point {
  if (direction !== 'downhill') {
    const angle = (direction * Math.PI) / 180;
    return [Math.cos(angle), Math.sin(angle)];
  }
  const steepness = Math.hypot(gx, gy);
  return steepness > 0 ? [-gx / steepness, -gy / steepness] : [1, 0];
}

/** The quadratic that touches the surface at a place and bends with it. */
export function quadratic({ at, taylor }: Place, [x, y]: Point): number {
  const [gx, gy] = taylor.gradient;
  const [xx, xy, yy] = taylor.hessian;
  const [dx, dy] = [x - at[0], y - at[1]];
  return taylor.value + gx * dx + gy * dy + (xx * dx * dx + 2 * xy * dx * dy + yy * dy * dy) / 2;
}

/** Even steps away from the place along a slice, for drawing. */
export function stationsOf({ reach }: Slice, count: number): number[] {
  return Array.from({ length: count }, (_, index) => reach * ((2 * index) / (count - 1) - 1));
}
