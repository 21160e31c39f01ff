// SPDX-License-Identifier: MIT
import { classColour, mixed, type Palette, type Rgb } from './palette.ts';

/** The share of the class's colour in a cell with certain prediction. Points must stand out on it. */
const strength = 0.34;

/** A network's predictions on a grid of cells, to be drawn as colours. */
export interface Field {
  cells: number;
  predictions: Float64Array;
  /** 0 for regression. */
  classes: number;
  /** For regression: the range of the targets. */
  range: [number, number];
}

export function fieldImage(field: Field, palette: Palette): ImageData {
  const { cells, predictions } = field;
  const image = new ImageData(cells, cells);
  const outputs = predictions.length / (cells * cells);
  for (let cell = 0; cell < cells * cells; cell++) {
    const [red, green, blue] = cellColour(cell * outputs, outputs, field, palette);
    image.data[4 * cell] = red;
    image.data[4 * cell + 1] = green;
    image.data[4 * cell + 2] = blue;
    image.data[4 * cell + 3] = 255;
  }
  return image;
}

/** The colour of the most probable class, paler if it is less certain. */
function cellColour(first: number, outputs: number, field: Field, palette: Palette): Rgb {
  const { predictions, classes, range } = field;
  if (classes === 0) return valueColour(predictions[first] ?? 0, range, palette);
  if (outputs === 1) {
    const share = Math.min(1, Math.max(0, predictions[first] ?? 0.5));
    const sure = Math.abs(2 * share - 1);
    return mixed(palette.card, classColour(palette, share > 0.5 ? 1 : 0), strength * sure);
  }
  const values = predictions.subarray(first, first + outputs);
  const best = indexOfMax(values);
  const chance = 1 / values.length;
  const sure = Math.max(0, ((values[best] ?? chance) - chance) / (1 - chance));
  return mixed(palette.card, classColour(palette, best), strength * sure);
}

/** A blend from the first class's colour at the lowest target to the second's at the highest. */
export function valueColour(value: number, [low, high]: [number, number], palette: Palette): Rgb {
  const share = Math.min(1, Math.max(-1, (2 * (value - low)) / (high - low || 1) - 1));
  const colour = classColour(palette, share > 0 ? 1 : 0);
  return mixed(palette.card, colour, Math.abs(share) * 0.6);
}

export function indexOfMax(values: Float64Array): number {
  let best = 0;
  for (let index = 1; index < values.length; index++) {
    if ((values[index] ?? 0) > (values[best] ?? 0)) best = index;
  }
  return best;
}
