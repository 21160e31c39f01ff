// SPDX-License-Identifier: MIT
import { type Box, boxOf, type Window } from './window.ts';

/** Values of a function over a box, row by row from the top, edges included. */
export interface Grid {
  box: Box;
  columns: number;
  rows: number;
  values: Float64Array;
}

/** Pixels per cell. Smaller cells show no more detail, larger ones show corners. */
const cellSize = 3;

/** The grid of a window, with its points as x, y, x, y... */
export function gridPoints(window: Window): Omit<Grid, 'values'> & { points: Float64Array } {
  const box = boxOf(window);
  const columns = 1 + Math.max(1, Math.ceil(window.size.width / cellSize));
  const rows = 1 + Math.max(1, Math.ceil(window.size.height / cellSize));
  const points = new Float64Array(2 * columns * rows);
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      const at = 2 * (row * columns + column);
      points[at] = box.x[0] + ((box.x[1] - box.x[0]) * column) / (columns - 1);
      points[at + 1] = box.y[1] - ((box.y[1] - box.y[0]) * row) / (rows - 1);
    }
  }
  return { box, columns, rows, points };
}

/** A segment of a contour, in cells from the top left corner. */
export type Segment = (x1: number, y1: number, x2: number, y2: number) => void;

/** Draws the contour at the value `level` with marching squares. */
export function contour({ columns, rows, values }: Grid, level: number, draw: Segment): void {
  const at = (index: number): number => values[index] ?? Number.NaN;
  for (let row = 0; row + 1 < rows; row++) {
    for (let column = 0; column + 1 < columns; column++) {
      const first = row * columns + column;
      const [a, b, c, d] = [at(first), at(first + 1), at(first + columns + 1), at(first + columns)];
      // The contour does not cross most cells.
      const above =
        Number(a >= level) + Number(b >= level) + Number(c >= level) + Number(d >= level);
      if (above > 0 && above < 4) crossCell([a, b, c, d], level, column, row, draw);
    }
  }
}

/** The values at a cell's corners, clockwise from the top left. */
type Corners = readonly [number, number, number, number];

const corners = [
  [0, 0],
  [1, 0],
  [1, 1],
  [0, 1],
] as const;

function crossCell(
  values: Corners,
  level: number,
  column: number,
  row: number,
  draw: Segment,
): void {
  if (!values.every(Number.isFinite)) return;
  const crossings: [number, number][] = [];
  for (const side of [0, 1, 2, 3] as const) {
    const next = ((side + 1) % 4) as typeof side;
    const [from, to] = [values[side], values[next]];
    if (from >= level === to >= level) continue;
    const share = (level - from) / (to - from);
    const [[x1, y1], [x2, y2]] = [corners[side], corners[next]];
    crossings.push([column + x1 + (x2 - x1) * share, row + y1 + (y2 - y1) * share]);
  }
  // If two lines cross a cell, the value in its middle decides which sides they connect.
  const middle = (values[0] + values[1] + values[2] + values[3]) / 4 >= level;
  const [one, two, three, four] = crossings;
  if (!one || !two) return;
  if (!three || !four) draw(...one, ...two);
  else if (middle === values[0] >= level) {
    draw(...one, ...two);
    draw(...three, ...four);
  } else {
    draw(...four, ...one);
    draw(...two, ...three);
  }
}
