// SPDX-License-Identifier: MIT
import type { Point } from '../model/settings.ts';

export type Interval = readonly [low: number, high: number];

/** A rectangle of the plane. */
export interface Box {
  x: Interval;
  y: Interval;
}

export interface Size {
  width: number;
  height: number;
}

/** The part of the plane that a picture shows. Both axes have the same scale, so angles are correct. */
export interface Window {
  centre: Point;
  /** Pixels per unit. */
  scale: number;
  size: Size;
}

/** The window that contains the box in its middle. */
export function windowOn({ x, y }: Box, size: Size): Window {
  const width = Math.max(x[1] - x[0], Number.MIN_VALUE);
  const height = Math.max(y[1] - y[0], Number.MIN_VALUE);
  return {
    centre: [(x[0] + x[1]) / 2, (y[0] + y[1]) / 2],
    scale: Math.min(size.width / width, size.height / height),
    size,
  };
}

/** The box that the window shows. */
export function boxOf({ centre: [x, y], scale, size }: Window): Box {
  const [across, up] = [size.width / scale / 2, size.height / scale / 2];
  return { x: [x - across, x + across], y: [y - up, y + up] };
}

export function toPixel({ centre, scale, size }: Window, [x, y]: Point): Point {
  return [(x - centre[0]) * scale + size.width / 2, (centre[1] - y) * scale + size.height / 2];
}

export function toPoint({ centre, scale, size }: Window, [left, top]: Point): Point {
  return [centre[0] + (left - size.width / 2) / scale, centre[1] - (top - size.height / 2) / scale];
}

/** The smallest box around points, with a margin. A single point gets one unit on each side. */
export function boxAround(points: Iterable<Point>, margin: number): Box | undefined {
  let [left, right, low, high] = [Infinity, -Infinity, Infinity, -Infinity];
  for (const [x, y] of points) {
    left = Math.min(left, x);
    right = Math.max(right, x);
    low = Math.min(low, y);
    high = Math.max(high, y);
  }
  if (left > right) return undefined;
  const extent = Math.max(right - left, high - low);
  const room = extent > 0 ? margin * extent : 1;
  return { x: [left - room, right + room], y: [low - room, high + room] };
}

export function holds(outer: Box, inner: Box): boolean {
  const within = (a: Interval, b: Interval): boolean => a[0] <= b[0] && a[1] >= b[1];
  return within(outer.x, inner.x) && within(outer.y, inner.y);
}
