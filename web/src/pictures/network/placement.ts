// SPDX-License-Identifier: MIT
import { type Column, type Part, type Unit, unitsOf } from './part.ts';

/** All sizes are in CSS pixels. */
export const unitSize = 38;
/** From one unit to the one below. Leaves room for a finger. */
export const rowPitch = 46;
/** From one column to the next: enough for lines that can be told apart, and under fingers for two buttons. */
export const leastPitch = { fine: 70, coarse: 84 };
const mostPitch = 150;
/** At a side without names, and at one with the names of inputs or outputs. */
const margin = 8;
const namesMargin = { left: 26, right: 56 };

export interface Placed extends Unit {
  /** The centre of the unit. */
  x: number;
  y: number;
}

export interface Placement {
  width: number;
  height: number;
  /** The x of each column. */
  columns: number[];
  units: Placed[];
}

/**
 * Where the units are in a picture with that much room. It may be wider than the room.
 * @param least The least distance between columns.
 */
export function placement({ columns }: Part, room: number, least: number): Placement {
  const left = isNamed(columns[0]) ? namesMargin.left : margin;
  const right = isNamed(columns.at(-1)) ? namesMargin.right : margin;
  const sides = left + right + unitSize;
  const gaps = Math.max(1, columns.length - 1);
  const pitch = Math.max(least, Math.min(mostPitch, Math.floor((room - sides) / gaps)));
  const height = rowPitch * Math.max(1, ...columns.map(({ count }) => count));
  const xs = columns.map((_, index) => left + unitSize / 2 + index * pitch);
  const units = columns.flatMap((column, index) => {
    const top = (height - rowPitch * column.count) / 2;
    return unitsOf(column).map((unit, place) => ({
      ...unit,
      x: xs[index] ?? 0,
      y: top + rowPitch * (place + 0.5),
    }));
  });
  return { width: sides + pitch * (columns.length - 1), height, columns: xs, units };
}

/** The width below which a picture does not fit. */
export const leastWidth = (part: Part, least: number): number => placement(part, 0, least).width;

/** Whether the inputs or outputs have names beside them. A single one needs none. */
export const isNamed = (column: Column | undefined): boolean => (column?.units ?? 0) > 1;

/** A line from one unit to another, as the control points of a cubic curve. */
export function curveBetween(from: Placed, to: Placed): [number, number][] {
  const [left, right] = [from.x + unitSize / 2, to.x - unitSize / 2];
  const middle = (left + right) / 2;
  return [
    [left, from.y],
    [middle, from.y],
    [middle, to.y],
    [right, to.y],
  ];
}

/** The distance from a point to a curve of `curveBetween`, to about a pixel. */
export function distanceTo(curve: readonly [number, number][], x: number, y: number): number {
  const [[left, from] = [0, 0], , , [right, to] = [0, 0]] = curve;
  let least = Infinity;
  const pieces = 24;
  for (let piece = 0; piece <= pieces; piece++) {
    const t = piece / pieces;
    const s = 1 - t;
    const middle = (left + right) / 2;
    const atX = s ** 3 * left + 3 * s * t * middle + t ** 3 * right;
    const atY = (s ** 3 + 3 * s ** 2 * t) * from + (3 * s * t ** 2 + t ** 3) * to;
    least = Math.min(least, Math.hypot(atX - x, atY - y));
  }
  return least;
}
