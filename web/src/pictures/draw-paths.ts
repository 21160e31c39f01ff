// SPDX-License-Identifier: MIT
import type { RacerStyle } from '../chart/racer-style.ts';
import { halo } from '../chart/halo.ts';
import type { PathStore } from '../race/path-store.ts';
import type { Point } from '../model/settings.ts';
import { toPixel, type Window } from './window.ts';

/** The path of a racer. */
export interface Track {
  path: PathStore;
  style: RacerStyle;
  name: string;
  /** Whether the racer diverged. */
  diverged: boolean;
  /** Whether its name is better on the left, because something else is drawn on the right. */
  leftwards?: boolean;
}

export type ColourOf = (property: string) => string;

/** Segments shorter than this many pixels are not drawn, because they can't be seen. */
const shortest = 0.75;
/** Coordinates are limited to this, because canvases fail with very large ones. */
const farthest = 1e6;
/** Where a text is: from left to right, and its middle. */
export interface TextBox {
  left: number;
  right: number;
  y: number;
}

/** A path of at most this many points shows each step as a dot. */
const mostDots = 60;

const lineHeight = 15;

/** Draws the paths of the previous race, without names. */
export function drawGhosts(
  context: CanvasRenderingContext2D,
  window: Window,
  paths: readonly PathStore[],
  colour: ColourOf,
): void {
  context.strokeStyle = colour('--ghost');
  context.lineWidth = 1;
  for (const path of paths) strokePath(context, visiblePoints(window, path));
}

/** Draws every path in its racer's colour and dash. */
export function drawPaths(
  context: CanvasRenderingContext2D,
  window: Window,
  tracks: readonly Track[],
  colour: ColourOf,
): void {
  context.lineJoin = 'round';
  for (const track of tracks) drawPath(context, window, track, colour);
}

/** Draws a disc and the racer's name at the end of every path. Returns where the names are. */
export function drawEnds(
  context: CanvasRenderingContext2D,
  window: Window,
  tracks: readonly Track[],
  colour: ColourOf,
): TextBox[] {
  const ends = tracks.flatMap((track) => {
    const end = track.path.end;
    return end ? [{ track, at: boundedPixel(window, end) }] : [];
  });
  for (const { track, at } of ends) drawEnd(context, track, at, colour);
  const { width, height } = window.size;
  const inside = ends.filter(({ at: [x, y] }) => x >= 0 && x <= width && y >= 0 && y <= height);
  return drawNames(context, window, inside, colour);
}

/** The pixel of a point, or one far outside in place of one too far for a canvas. */
export function boundedPixel(window: Window, point: Point): Point {
  const bounded = (value: number): number => Math.max(-farthest, Math.min(farthest, value));
  const [x, y] = toPixel(window, point);
  return [bounded(x), bounded(y)];
}

function strokePath(context: CanvasRenderingContext2D, points: readonly Point[]): void {
  context.beginPath();
  for (const [x, y] of points) context.lineTo(x, y);
  context.stroke();
}

function drawPath(
  context: CanvasRenderingContext2D,
  window: Window,
  { path, style }: Track,
  colour: ColourOf,
): void {
  const points = visiblePoints(window, path);
  context.strokeStyle = colour(style.colour);
  context.lineWidth = 2;
  context.setLineDash(style.dash);
  strokePath(context, points);
  context.setLineDash([]);
  if (points.length > mostDots) return;
  context.fillStyle = colour(style.colour);
  for (const [x, y] of points.slice(1)) {
    context.beginPath();
    context.arc(x, y, 2.5, 0, 2 * Math.PI);
    context.fill();
  }
}

function visiblePoints(window: Window, path: PathStore): Point[] {
  const xs = path.column('x');
  const ys = path.column('y');
  const points: Point[] = [];
  let [lastX, lastY] = [Number.POSITIVE_INFINITY, 0];
  xs.forEach((x, row) => {
    const [left, top] = boundedPixel(window, [x, ys[row] ?? 0]);
    const near = Math.abs(left - lastX) + Math.abs(top - lastY) < shortest;
    if (near && row < xs.length - 1) return;
    points.push([left, top]);
    [lastX, lastY] = [left, top];
  });
  return points;
}

function drawEnd(
  context: CanvasRenderingContext2D,
  { style, diverged }: Track,
  [x, y]: Point,
  colour: ColourOf,
): void {
  context.beginPath();
  if (diverged) {
    context.moveTo(x - 5, y - 5);
    context.lineTo(x + 5, y + 5);
    context.moveTo(x + 5, y - 5);
    context.lineTo(x - 5, y + 5);
    context.lineWidth = 2.5;
    context.strokeStyle = colour(style.colour);
    context.stroke();
    return;
  }
  context.arc(x, y, 5.5, 0, 2 * Math.PI);
  context.fillStyle = colour(style.colour);
  context.strokeStyle = colour('--card');
  context.lineWidth = 2;
  context.fill();
  context.stroke();
}

/** Draws the names beside the discs. Names at the same place are listed below each other. */
function drawNames(
  context: CanvasRenderingContext2D,
  { size }: Window,
  ends: readonly { track: Track; at: Point }[],
  colour: ColourOf,
): TextBox[] {
  context.textBaseline = 'middle';
  const taken: TextBox[] = [];
  for (const { track, at } of [...ends].sort((a, b) => a.at[1] - b.at[1])) {
    const width = context.measureText(track.name).width;
    const fitsLeft = at[0] - 11 - width >= 4;
    const rightwards =
      at[0] + 11 + width <= size.width - 4 && !(track.leftwards === true && fitsLeft);
    const left = rightwards ? at[0] + 11 : Math.max(4, at[0] - 11 - width);
    let y = Math.max(lineHeight / 2, at[1]);
    const clash = () =>
      taken.find(
        (other) =>
          left < other.right + 4 &&
          left + width > other.left - 4 &&
          Math.abs(y - other.y) < lineHeight - 0.5,
      );
    for (let other = clash(); other; other = clash()) y = other.y + lineHeight;
    taken.push({ left, right: left + width, y });
    halo(context, track.name, left, y, colour('--card'));
    context.fillStyle = colour('--ink');
    context.fillText(track.name, left, y);
    if (Math.abs(y - at[1]) < 8) continue;
    context.fillStyle = colour(track.style.colour);
    context.fillRect(rightwards ? left - 5 : left + width + 3, y - 5, 2, 10);
  }
  return taken;
}
