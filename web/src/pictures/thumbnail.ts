// SPDX-License-Identifier: MIT
import type { Task } from '../../../wasm/types.ts';
import type { Sample } from '../engine/messages.ts';
import { valueColour } from './field.ts';
import { imageTiles, isImage } from './images.ts';
import { classColour, css, type Palette } from './palette.ts';
import { extent, inputsOf, squareAround, toCanvas } from './plane.ts';
import { tracePoint } from './points.ts';

const shownPoints = 140;

/** Draws some samples: points in the plane, values over one input, or a few images. */
export function drawThumbnail(
  context: CanvasRenderingContext2D,
  sample: Sample,
  task: Task,
  palette: Palette,
): void {
  if (isImage(sample.shape)) drawImages(context, sample, palette);
  else drawScatter(context, sample, task, palette, inputsOf(sample));
}

function drawScatter(
  context: CanvasRenderingContext2D,
  { inputs, targets }: Sample,
  task: Task,
  palette: Palette,
  dimensions: number,
): void {
  const size = context.canvas.width;
  const values = targets.map((target) => (Array.isArray(target) ? (target[0] ?? 0) : target));
  const range = extent(values);
  const step = Math.max(1, inputs.length / shownPoints);
  const points = dimensions === 1 ? unitSquare(inputs, values) : inputs;
  const square = squareAround(points);
  for (let position = 0; position < inputs.length; position += step) {
    const index = Math.floor(position);
    const value = values[index] ?? 0;
    const [x, y] = toCanvas(square, size, points[index] ?? []);
    const byClass = task === 'classification' || dimensions === 1;
    const colour = byClass
      ? classColour(palette, task === 'classification' ? value : 0)
      : valueColour(value, range, palette);
    tracePoint(context, x, y, byClass ? size / 40 : size / 26, 0);
    context.fillStyle = css(colour);
    context.fill();
    if (byClass) continue;
    context.strokeStyle = css(palette.ink, 0.5);
    context.stroke();
  }
}

/** Points of one input and its value, both scaled to the same range. */
export function unitSquare(inputs: readonly number[][], values: readonly number[]): number[][] {
  const [left, right] = extent(inputs.map((row) => row[0] ?? 0));
  const [bottom, top] = extent(values);
  return inputs.map((row, index) => [
    ((row[0] ?? 0) - left) / (right - left || 1),
    ((values[index] ?? 0) - bottom) / (top - bottom || 1),
  ]);
}

function drawImages(context: CanvasRenderingContext2D, sample: Sample, palette: Palette): void {
  const { cell, pixels } = imageTiles(sample, context.canvas.width);
  for (const { left, top, darkness } of pixels) {
    context.fillStyle = css(palette.ink, darkness);
    context.fillRect(left, top, cell, cell);
  }
}
