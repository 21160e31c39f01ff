// SPDX-License-Identifier: MIT
import type { SampleShape } from '../../../wasm/types.ts';
import type { Sample } from '../engine/messages.ts';
import { extent } from './plane.ts';

/** Images per row and column of a thumbnail. */
const tiles = 2;
/** Pixels below this share of the image's range are noise and are not drawn. */
const blankShare = 0.35;

/** A pixel of a thumbnail: its place, and its darkness above 0 up to 1. */
export interface Pixel {
  left: number;
  top: number;
  darkness: number;
}

/** Whether samples are images. A plain list of numbers is an image of one row. */
export const isImage = ({ height }: SampleShape): boolean => height > 1;

/** The pixels of an image row by row from the top: the means of their channels, as shares of the image's range. */
export function pixelsOf(values: readonly number[], { channels, height, width }: SampleShape) {
  const size = height * width;
  const means = Array.from({ length: size }, (_, pixel) => {
    let sum = 0;
    for (let channel = 0; channel < channels; channel++) sum += values[channel * size + pixel] ?? 0;
    return sum / channels;
  });
  const [low, high] = extent(means);
  return means.map((mean) => (mean - low) / (high - low || 1));
}

/** One image of each of the first classes, in a square thumbnail. `cell` is the side of a pixel. */
export function imageTiles({ inputs, targets, shape }: Sample, size: number) {
  const tile = size / tiles;
  const cell = tile / Math.max(shape.width, shape.height);
  const pixels: Pixel[] = [];
  for (let index = 0; index < tiles * tiles; index++) {
    const values = inputs[targets.findIndex((target) => target === index + 1)];
    if (!values) continue;
    const left = (index % tiles) * tile + (tile - cell * shape.width) / 2;
    const top = Math.floor(index / tiles) * tile + (tile - cell * shape.height) / 2;
    for (const [pixel, share] of pixelsOf(values, shape).entries()) {
      const darkness = (share - blankShare) / (1 - blankShare);
      if (darkness <= 0) continue;
      const row = Math.floor(pixel / shape.width);
      pixels.push({
        left: left + (pixel % shape.width) * cell,
        top: top + row * cell,
        darkness,
      });
    }
  }
  return { cell, pixels };
}
