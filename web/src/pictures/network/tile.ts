// SPDX-License-Identifier: MIT
import type { SampleShape } from '../../../../wasm/types.ts';
import { placeOf, type Ramp } from './signs.ts';

/** Numbers in rows of cells, from the top, to be drawn as colours. */
export interface Cells {
  columns: number;
  rows: number;
  values: ArrayLike<number>;
  /** Whether to blend between the centres of cells. */
  smooth: boolean;
}

/** Pixels from one stripe across negative cells to the next, and the width of a stripe. */
const stripePitch = 5;
const stripeWidth = 1.6;

/**
 * Draws cells into a square of `size` pixels of an image, from `left` on, stretched to fill it. `scale` is the
 * value of the full colour. Values that are not finite leave the colour of the card.
 */
export function drawCells(
  image: ImageData,
  left: number,
  size: number,
  cells: Cells,
  scale: number,
  { plain, striped }: Ramp,
): void {
  const { columns, rows, values, smooth } = cells;
  const side = Math.max(columns, rows);
  const across = spread(columns, side, size, smooth);
  const down = spread(rows, side, size, smooth);
  const read = (row: number, column: number): number =>
    values[row * columns + column] ?? Number.NaN;
  for (let y = 0; y < size; y++) {
    const { one: top, two: below, share: shareY, inside: insideY } = down[y] ?? nowhere;
    for (let x = 0; x < size; x++) {
      const { one, two, share: shareX, inside } = across[x] ?? nowhere;
      const upper = read(top, one) * (1 - shareX) + read(top, two) * shareX;
      const lower = read(below, one) * (1 - shareX) + read(below, two) * shareX;
      const value = upper * (1 - shareY) + lower * shareY;
      const colours = (x + y) % stripePitch < stripeWidth ? striped : plain;
      const place = placeOf(inside && insideY ? value / (scale || 1) : 0);
      const at = 4 * (y * image.width + left + x);
      image.data[at] = colours[place] ?? 0;
      image.data[at + 1] = colours[place + 1] ?? 0;
      image.data[at + 2] = colours[place + 2] ?? 0;
      image.data[at + 3] = 255;
    }
  }
}

/** Between which two cells a pixel is, and how far towards the second. */
interface Between {
  one: number;
  two: number;
  share: number;
  /** False beside an image that is not square. */
  inside: boolean;
}

const nowhere: Between = { one: 0, two: 0, share: 0, inside: false };

/** Where the pixels of a line are among `count` cells in the middle of `side`. */
function spread(count: number, side: number, size: number, smooth: boolean): Between[] {
  const bounded = (cell: number): number => Math.max(0, Math.min(cell, count - 1));
  return Array.from({ length: size }, (_, pixel) => {
    const at = ((pixel + 0.5) * side) / size - (side - count) / 2;
    const inside = at >= 0 && at < count;
    const first = smooth ? bounded(at - 0.5) : bounded(Math.floor(at));
    const one = Math.floor(first);
    return { one, two: bounded(one + 1), share: first - one, inside };
  });
}

/** The mean over the channels of each pixel's numbers. */
export function meanOfChannels(
  values: ArrayLike<number>,
  { channels, height, width }: SampleShape,
) {
  const size = height * width;
  const means = new Float64Array(size);
  for (let pixel = 0; pixel < size; pixel++) {
    for (let channel = 0; channel < channels; channel++)
      means[pixel] = (means[pixel] ?? 0) + (values[channel * size + pixel] ?? 0) / channels;
  }
  return means;
}
