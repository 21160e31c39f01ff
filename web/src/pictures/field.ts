// SPDX-License-Identifier: MIT
import { classColour, mixed, type Palette, type Rgb } from './palette.ts';

/** How much of its class's colour the surest cell has: the points must stand out on it. */
const strength = 0.34;

/** What a network says at every cell, as colours. */
export interface Field {
  cells: number;
  predictions: Float32Array;
  /** 0 for regression. */
  classes: number;
  /** Regression: the targets' extent. */
  range: [number, number];
}

export function fieldImage(field: Field, palette: Palette): ImageData {
  const { cells, predictions } = field;
  const image = new ImageData(cells, cells);
  const outputs = predictions.length / (cells * cells);
  for (let cell = 0; cell < cells * cells; cell++) {
    const values = predictions.subarray(cell * outputs, (cell + 1) * outputs);
    image.data.set([...cellColour(values, field, palette), 255], 4 * cell);
  }
  return image;
}

/** The likeliest class, the paler the less sure. */
function cellColour(values: Float32Array, { classes, range }: Field, palette: Palette): Rgb {
  if (classes === 0) return valueColour(values[0] ?? 0, range, palette);
  if (values.length === 1) {
    const share = Math.min(1, Math.max(0, values[0] ?? 0.5));
    const sure = Math.abs(2 * share - 1);
    return mixed(palette.card, classColour(palette, share > 0.5 ? 1 : 0), strength * sure);
  }
  const best = indexOfMax(values);
  const chance = 1 / values.length;
  const sure = Math.max(0, ((values[best] ?? chance) - chance) / (1 - chance));
  return mixed(palette.card, classColour(palette, best), strength * sure);
}

/** From the first class's colour at the lowest target to the second's at the highest. */
export function valueColour(value: number, [low, high]: [number, number], palette: Palette): Rgb {
  const share = Math.min(1, Math.max(-1, (2 * (value - low)) / (high - low || 1) - 1));
  const colour = classColour(palette, share > 0 ? 1 : 0);
  return mixed(palette.card, colour, Math.abs(share) * 0.6);
}

export function indexOfMax(values: ArrayLike<number>): number {
  let best = 0;
  for (let index = 1; index < values.length; index++) {
    if ((values[index] ?? 0) > (values[best] ?? 0)) best = index;
  }
  return best;
}
