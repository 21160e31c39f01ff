// SPDX-License-Identifier: MIT
import { perUnit, type Place, type Points } from '../../data/drawn/points.ts';
import { classColour, css, type Palette } from '../../pictures/palette.ts';
import { type Square, toCanvas } from '../../pictures/plane.ts';
import { tracePoint } from '../../pictures/points.ts';

/** The plane from -1 to 1, with room for points at its edges. */
export const shownPlane: Square = { left: -1.06, bottom: -1.06, side: 2.12 };

/** What else there is on the plane. */
interface Marks {
  /** Where the keyboard is, while it is used. */
  cursor: Place | undefined;
  /** The circle of the brush. */
  brush: { at: Place; radius: number } | undefined;
  /** The point that is being moved. */
  held: Place | undefined;
}

/** Draws axes, points and marks. `scale`: pixels of the canvas in a CSS pixel. */
export function drawPlane(
  context: CanvasRenderingContext2D,
  points: Points,
  marks: Marks,
  palette: Palette,
  scale: number,
): void {
  const size = context.canvas.width;
  const at = ({ x, y }: Place): [number, number] =>
    toCanvas(shownPlane, size, [x / perUnit, y / perUnit]);
  context.clearRect(0, 0, size, size);
  drawAxes(context, palette, scale);
  const radius = Math.max(4 * scale, size / 90);
  context.lineWidth = 1.5 * scale;
  context.strokeStyle = css(palette.card);
  for (const point of points) {
    tracePoint(context, ...at(point), radius, point.class);
    context.fillStyle = css(classColour(palette, point.class));
    context.stroke();
    context.fill();
  }
  context.strokeStyle = css(palette.ink);
  if (marks.held) circle(context, at(marks.held), 2 * radius);
  if (marks.brush)
    circle(context, at(marks.brush.at), (marks.brush.radius / perUnit / shownPlane.side) * size);
  if (marks.cursor) drawCursor(context, at(marks.cursor), palette, scale);
}

function drawAxes(context: CanvasRenderingContext2D, palette: Palette, scale: number): void {
  const size = context.canvas.width;
  context.lineWidth = scale;
  for (const value of [-1, -0.5, 0, 0.5, 1]) {
    const [across, down] = toCanvas(shownPlane, size, [value, value]);
    context.strokeStyle = css(palette.ink, value === 0 ? 0.3 : 0.12);
    line(context, [across, 0], [across, size]);
    line(context, [0, down], [size, down]);
  }
}

/** A cross with an open middle, in two colours so that it shows on everything. */
function drawCursor(
  context: CanvasRenderingContext2D,
  [x, y]: [number, number],
  palette: Palette,
  scale: number,
): void {
  const [near, far] = [5 * scale, 14 * scale];
  for (const [colour, width] of [
    [palette.card, 5],
    [palette.ink, 2],
  ] as const) {
    context.strokeStyle = css(colour);
    context.lineWidth = width * scale;
    for (const [dx, dy] of [
      [1, 0],
      [-1, 0],
      [0, 1],
      [0, -1],
    ] as const)
      line(context, [x + near * dx, y + near * dy], [x + far * dx, y + far * dy]);
  }
}

function circle(
  context: CanvasRenderingContext2D,
  [x, y]: readonly [number, number],
  radius: number,
): void {
  context.beginPath();
  context.arc(x, y, radius, 0, 2 * Math.PI);
  context.stroke();
}

function line(
  context: CanvasRenderingContext2D,
  [fromX, fromY]: readonly [number, number],
  [toX, toY]: readonly [number, number],
): void {
  context.beginPath();
  context.moveTo(fromX, fromY);
  context.lineTo(toX, toY);
  context.stroke();
}
