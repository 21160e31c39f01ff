// SPDX-License-Identifier: MIT
import type { Sampling, DataView as SplitData } from '../../../wasm/types.ts';
import { classColour, css, type Palette } from './palette.ts';
import { extent } from './plane.ts';
import { largestFirst } from './points.ts';

const margin = 0.08;

/** Evenly spaced inputs over the samples' range, to draw a curve. */
export function curveInputs(data: SplitData, count: number): Float64Array {
  const [left, right] = widened(extent(data.inputs.map((row) => row[0] ?? 0)));
  return Float64Array.from(
    { length: count },
    (_, index) => left + ((right - left) * index) / (count - 1),
  );
}

/**
 * Draws data with one input: samples as points, training filled and test hollow, and the fitted curve. If
 * the rule draws its samples itself, the areas of training samples show their probabilities.
 */
export function drawFit(
  context: CanvasRenderingContext2D,
  data: SplitData,
  curve: Float64Array,
  lineColour: string,
  palette: Palette,
  sampling?: Sampling,
): void {
  const { width: size } = context.canvas;
  const targets = data.targets.map((target) => (Array.isArray(target) ? (target[0] ?? 0) : target));
  const [left, right] = widened(extent(data.inputs.map((row) => row[0] ?? 0)));
  const [bottom, top] = widened(extent(targets));
  const toY = (value: number): number => (1 - (value - bottom) / (top - bottom)) * size;
  const radius = Math.max(1.5, size / 110);
  context.lineWidth = radius * 0.6;
  const draw = (index: number, hollow: boolean, scale = 1): void => {
    const x = (((data.inputs[index]?.[0] ?? 0) - left) / (right - left)) * size;
    context.beginPath();
    context.arc(x, toY(targets[index] ?? 0), radius * scale, 0, 2 * Math.PI);
    context.fillStyle = hollow ? css(palette.card) : css(classColour(palette, 0), 0.8);
    context.strokeStyle = css(classColour(palette, 0), 0.8);
    context.fill();
    context.stroke();
  };
  for (const index of data.test) draw(index, true);
  for (const [position, scale] of largestFirst([...data.train.keys()], sampling)) {
    draw(data.train[position] ?? 0, false, scale);
  }
  context.beginPath();
  curve.forEach((value, index) => {
    context.lineTo((index / (curve.length - 1)) * size, toY(value));
  });
  context.lineWidth = Math.max(2, size / 70);
  context.lineJoin = 'round';
  context.strokeStyle = lineColour;
  context.stroke();
}

function widened([low, high]: [number, number]): [number, number] {
  const room = (high - low || 1) * margin;
  return [low - room, high + room];
}
