// SPDX-License-Identifier: MIT
import type { Sampling, DataView as SplitData } from '../../../wasm/types.ts';
import { valueColour } from './field.ts';
import { classColour, css, type Palette, type Rgb } from './palette.ts';
import { extent, type Square, toCanvas } from './plane.ts';
import { radiusOf } from './sampling.ts';

/** For each class. The first one has a circle. */
const marks: readonly (readonly (readonly [number, number])[])[] = [
  [],
  [
    [-0.9, -0.9],
    [0.9, -0.9],
    [0.9, 0.9],
    [-0.9, 0.9],
  ],
  [
    [0, -1.2],
    [1.1, 0.8],
    [-1.1, 0.8],
  ],
  [
    [0, -1.3],
    [1.3, 0],
    [0, 1.3],
    [-1.3, 0],
  ],
  [
    [0, 1.2],
    [1.1, -0.8],
    [-1.1, -0.8],
  ],
  [
    [-1.2, -0.5],
    [1.2, -0.5],
    [1.2, 0.5],
    [-1.2, 0.5],
  ],
  [
    [-0.5, -1.2],
    [0.5, -1.2],
    [0.5, 1.2],
    [-0.5, 1.2],
  ],
  [
    [-1.2, 0],
    [0.8, -1.1],
    [0.8, 1.1],
  ],
  [
    [1.2, 0],
    [-0.8, -1.1],
    [-0.8, 1.1],
  ],
  [
    [-0.6, -1.1],
    [0.6, -1.1],
    [1.2, 0],
    [0.6, 1.1],
    [-0.6, 1.1],
    [-1.2, 0],
  ],
];

const smallestRadius = 1.5;
/** The width of a point's edge, in radii. */
const edgeShare = 0.45;

/** The most points per split. More would hide the picture under them. */
const mostPoints = 300;

/**
 * Draws training samples filled and test samples as rings. Colour and mark show the class, colour alone a
 * value. If the rule draws its samples itself, the areas of training samples show their probabilities.
 */
export function drawPoints(
  context: CanvasRenderingContext2D,
  data: SplitData,
  square: Square,
  palette: Palette,
  sampling?: Sampling,
): void {
  const size = context.canvas.width;
  const radius = Math.max(smallestRadius, size / (data.train.length > 150 ? 105 : 80));
  const targets = data.targets.map((target) => (Array.isArray(target) ? (target[0] ?? 0) : target));
  const range = extent(targets);
  const trace = (index: number, scale: number): Rgb => {
    const target = targets[index] ?? 0;
    const [x, y] = toCanvas(square, size, data.inputs[index] ?? []);
    tracePoint(context, x, y, radius * scale, data.classes > 0 ? target : 0);
    return data.classes > 0 ? classColour(palette, target) : valueColour(target, range, palette);
  };
  context.lineWidth = edgeShare * radius;
  for (const position of spread(data.test.length)) {
    context.strokeStyle = css(trace(data.test[position] ?? 0, 0.8), sampling ? 0.2 : 0.6);
    context.stroke();
  }
  const edge = data.classes > 0 ? css(palette.card) : css(palette.ink, 0.6);
  for (const [position, scale] of largestFirst(spread(data.train.length), sampling)) {
    context.fillStyle = css(trace(data.train[position] ?? 0, scale), sampling ? 0.75 : 1);
    context.strokeStyle = edge;
    context.lineWidth = edgeShare * radius * Math.min(1, scale);
    context.stroke();
    context.fill();
  }
}

/** The corners of a class's mark, relative to its centre, in radii. A circle has none. */
export const cornersOf = (mark: number): readonly (readonly [number, number])[] =>
  marks[mark % marks.length] ?? [];

export function tracePoint(
  context: CanvasRenderingContext2D,
  x: number,
  y: number,
  radius: number,
  mark: number,
): void {
  const corners = cornersOf(mark);
  context.beginPath();
  if (corners.length === 0) context.arc(x, y, radius, 0, 2 * Math.PI);
  for (const [dx, dy] of corners) context.lineTo(x + dx * radius, y + dy * radius);
  context.closePath();
}

/** Positions in a split, evenly selected if there are too many. */
function spread(count: number): number[] {
  const step = Math.max(1, count / mostPoints);
  return Array.from({ length: Math.min(count, mostPoints) }, (_, index) =>
    Math.floor(index * step),
  );
}

/** Positions with their radii. Small points are drawn last, so none is hidden. */
export function largestFirst(positions: number[], sampling?: Sampling): [number, number][] {
  const sized = positions.map((position): [number, number] => [
    position,
    radiusOf(sampling, position),
  ]);
  return sized.sort(([, a], [, b]) => b - a);
}
