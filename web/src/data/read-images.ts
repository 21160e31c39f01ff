// SPDX-License-Identifier: MIT
import { phrase } from '../language/phrase.ts';
import { boxScaled, type GreyImage, greyOf } from './box-scale.ts';
import { isMissing } from './cell.ts';
import { classesIn } from './image-files.ts';
import { mostBytes, mostRows } from './limits.ts';
import type { Table } from './table.ts';
import { pixelNames, TableBuilder } from './table-builder.ts';
import { TableError } from './table-error.ts';

/** The longest side of images as they are trained on. */
export const longestSide = 32;
/** The longest side of a file's image, and the pixels of all of them, which are held until all are read. */
const mostSide = 4096;
const mostPixels = 2 ** 28;

export type Decode = (file: Blob) => Promise<GreyImage>;

/**
 * Reads images as a table with a column for each pixel and the class in the last one. They become as large as the
 * smallest, and at most 32 × 32 pixels. `paths` has the folders of each file.
 */
export async function readImages(
  files: readonly (Blob & { readonly name: string })[],
  paths: readonly string[],
  progress: (share: number) => void = () => {},
  decode: Decode = decoded,
): Promise<Table> {
  checkAmount(files);
  // Every system lists a folder in another order.
  const order = paths
    .map((_, i) => i)
    .sort((a, b) => ((paths[a] ?? '') < (paths[b] ?? '') ? -1 : 1));
  const { classes, note } = classesIn(paths);
  const images: GreyImage[] = [];
  let pixels = 0;
  for (const index of order) {
    const file = files[index];
    if (!file) continue;
    const image = await imageIn(file, decode);
    pixels += image.pixels.length;
    if (pixels > mostPixels)
      throw new TableError(phrase('The images are too large. Scale them down first.'));
    images.push(image);
    progress(images.length / files.length);
  }
  const width = smallest(images.map((image) => image.width));
  const height = smallest(images.map((image) => image.height));
  const isScaled = images.some((image) => image.width !== width || image.height !== height);
  const builder = new TableBuilder([...pixelNames(height, width), 'class'], '.');
  for (const [place, index] of order.entries()) {
    const image = images[place];
    if (!image) continue;
    const label = classes[index] ?? '';
    const { pixels: values } = boxScaled(image, width, height);
    // A folder may be called “none”, which in a table stands for a missing value.
    builder.addValues([...values, isMissing(label) ? { name: label } : label], place + 1);
  }
  const root = paths[0]?.includes('/') ? paths[0].split('/')[0] : undefined;
  const size = { width, height };
  return {
    ...builder.table(root ?? files[0]?.name ?? '', {}),
    notes: [
      note,
      isScaled
        ? phrase('All images are grey and scaled to {width} × {height} pixels.', size)
        : phrase('All images are grey and have {width} × {height} pixels.', size),
    ],
    image: size,
  };
}

function checkAmount(files: readonly Blob[]): void {
  const bytes = files.reduce((sum, { size }) => sum + size, 0);
  if (bytes > mostBytes)
    throw new TableError(
      phrase('The images have {size} MB. At most {most} MB can be read.', {
        size: Math.ceil(bytes / 2 ** 20),
        most: mostBytes / 2 ** 20,
      }),
    );
  if (files.length > mostRows)
    throw new TableError(
      phrase('There are {n} images. At most {most} can be read.', {
        n: files.length,
        most: mostRows,
      }),
    );
}

async function imageIn(file: Blob & { readonly name: string }, decode: Decode): Promise<GreyImage> {
  try {
    return await decode(file);
  } catch (error) {
    if (error instanceof RangeError)
      throw new TableError(
        phrase('“{file}” is larger than {most} × {most} pixels. Scale it down first.', {
          file: file.name,
          most: mostSide,
        }),
      );
    throw new TableError(
      phrase('“{file}” is no image that this browser can read.', { file: file.name }),
    );
  }
}

const smallest = (sides: readonly number[]): number =>
  sides.reduce((least, side) => Math.min(least, side), longestSide);

/** The image in a file, as the browser decodes it. Its colours are not changed to those of the screen. */
async function decoded(file: Blob): Promise<GreyImage> {
  const bitmap = await createImageBitmap(file, { colorSpaceConversion: 'none' });
  const { width, height } = bitmap;
  if (width > mostSide || height > mostSide) throw new RangeError('too large');
  const context = new OffscreenCanvas(width, height).getContext('2d', { willReadFrequently: true });
  if (!context) throw new Error('There is no canvas.');
  context.drawImage(bitmap, 0, 0);
  bitmap.close();
  return greyOf(context.getImageData(0, 0, width, height).data, width, height);
}
