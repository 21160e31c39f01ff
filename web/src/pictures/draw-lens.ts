// SPDX-License-Identifier: MIT
import { racerStyle } from '../chart/racer-style.ts';
import { niceAbove } from '../chart/axis-range.ts';
import type { Point } from '../model/settings.ts';
import { contour, type Grid } from './contours.ts';
import type { ColourOf } from './draw-paths.ts';
import { type Place, quadratic, type Slice } from './local-model.ts';
import { boxOf, toPixel, toPoint, type Window } from './window.ts';

/** The radius as a share of the picture's shorter side. */
const radiusShare = 0.3;
const cellSize = 4;
const wantedLevels = 10;
/** The number of lines on each side of the racer's point. */
const planeLines = 4;

/**
 * Draws a lens around a racer's point: the contours of the tangent plane, dashed, and of the quadratic
 * model, in the racer's colour. One line of each goes through the point, and so does one of the surface.
 */
export function drawLens(
  context: CanvasRenderingContext2D,
  window: Window,
  place: Place,
  slice: Slice,
  ground: Grid | undefined,
  colour: ColourOf,
): void {
  const [x, y] = toPixel(window, place.at);
  const radius = radiusShare * Math.min(window.size.width, window.size.height);
  context.save();
  context.beginPath();
  context.arc(x, y, radius, 0, 2 * Math.PI);
  context.clip();
  context.globalAlpha = 0.8;
  context.fillStyle = colour('--card');
  context.fill();
  context.globalAlpha = 1;
  drawModels(context, window, [x, y], radius, place, colour);
  if (ground) {
    context.strokeStyle = colour('--ink');
    context.lineWidth = 1.5;
    strokeLevels(context, ground, [place.taylor.value], boxInPixels(window, ground));
  }
  drawSlice(context, window, place, slice, colour);
  context.restore();
  context.beginPath();
  context.arc(x, y, radius, 0, 2 * Math.PI);
  context.strokeStyle = colour('--edge');
  context.lineWidth = 1;
  context.stroke();
}

/** Left, top, width, and height. */
type Rectangle = readonly [number, number, number, number];

function drawModels(
  context: CanvasRenderingContext2D,
  window: Window,
  [x, y]: Point,
  radius: number,
  place: Place,
  colour: ColourOf,
): void {
  const rectangle: Rectangle = [x - radius, y - radius, 2 * radius, 2 * radius];
  const bent = modelGrid(window, rectangle, (point) => quadratic(place, point));
  const { value } = place.taylor;
  drawPlane(context, [x, y], radius, place, colour);
  context.strokeStyle = colour(racerStyle(place.slot).colour);
  context.lineWidth = 1.25;
  strokeLevels(context, bent, levelsAround(value, bent.values), rectangle);
}

/** Draws the contours of a plane: parallel, evenly spaced lines across the slope. */
function drawPlane(
  context: CanvasRenderingContext2D,
  [x, y]: Point,
  radius: number,
  { taylor }: Place,
  colour: ColourOf,
): void {
  const [gx, gy] = taylor.gradient;
  const steepness = Math.hypot(gx, gy);
  if (!(steepness > 0)) return;
  const [ux, uy] = [gx / steepness, -gy / steepness];
  context.strokeStyle = colour('--ink-2');
  context.lineWidth = 1;
  context.setLineDash([5, 3]);
  context.beginPath();
  for (let line = -planeLines; line <= planeLines; line++) {
    const far = (line * radius) / planeLines;
    context.moveTo(x + ux * far - uy * radius, y + uy * far + ux * radius);
    context.lineTo(x + ux * far + uy * radius, y + uy * far - ux * radius);
  }
  context.stroke();
  context.setLineDash([]);
}

function modelGrid(
  window: Window,
  [left, top, width, height]: Rectangle,
  model: (point: Point) => number,
): Grid {
  const columns = 1 + Math.ceil(width / cellSize);
  const rows = 1 + Math.ceil(height / cellSize);
  const values = new Float64Array(columns * rows);
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      const across = left + (width * column) / (columns - 1);
      const down = top + (height * row) / (rows - 1);
      values[row * columns + column] = model(toPoint(window, [across, down]));
    }
  }
  return { box: boxOf(window), columns, rows, values };
}

/** Evenly spaced levels around the value at the racer's point. */
function levelsAround(value: number, values: Float64Array): number[] {
  const low = values.reduce((a, b) => Math.min(a, b), value);
  const high = values.reduce((a, b) => Math.max(a, b), value);
  if (!(high > low) || !Number.isFinite(high - low)) return [];
  const step = niceAbove((high - low) / wantedLevels);
  const levels: number[] = [];
  for (let index = Math.ceil((low - value) / step); value + index * step <= high; index++) {
    levels.push(value + index * step);
  }
  return levels;
}

function boxInPixels(window: Window, { box }: Grid): Rectangle {
  const [left, top] = toPixel(window, [box.x[0], box.y[1]]);
  const [right, bottom] = toPixel(window, [box.x[1], box.y[0]]);
  return [left, top, right - left, bottom - top];
}

function strokeLevels(
  context: CanvasRenderingContext2D,
  grid: Grid,
  levels: readonly number[],
  [left, top, width, height]: Rectangle,
): void {
  const [column, row] = [width / (grid.columns - 1), height / (grid.rows - 1)];
  context.beginPath();
  for (const level of levels) {
    contour(grid, level, (x1, y1, x2, y2) => {
      context.moveTo(left + x1 * column, top + y1 * row);
      context.lineTo(left + x2 * column, top + y2 * row);
    });
  }
  context.stroke();
}

/** Draws the slice's line with an arrowhead at the end that is on the right in the chart. */
function drawSlice(
  context: CanvasRenderingContext2D,
  window: Window,
  { at }: Place,
  { way, reach }: Slice,
  colour: ColourOf,
): void {
  const far = (share: number): Point =>
    toPixel(window, [at[0] + way[0] * reach * share, at[1] + way[1] * reach * share]);
  const [from, to] = [far(-1), far(1)];
  context.strokeStyle = colour('--accent');
  context.fillStyle = context.strokeStyle;
  context.lineWidth = 1.5;
  context.beginPath();
  context.moveTo(...from);
  context.lineTo(...to);
  context.stroke();
  const [ax, ay] = [way[0], -way[1]];
  context.beginPath();
  context.moveTo(to[0], to[1]);
  context.lineTo(to[0] - 8 * ax - 4 * ay, to[1] - 8 * ay + 4 * ax);
  context.lineTo(to[0] - 8 * ax + 4 * ay, to[1] - 8 * ay - 4 * ax);
  context.fill();
}
