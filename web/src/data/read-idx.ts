// SPDX-License-Identifier: MIT
import { phrase } from '../language/phrase.ts';
import { mostColumns, mostNumbers } from './limits.ts';
import { someOf } from './prepare.ts';
import { type Column, holdsNumber, type Table } from './table.ts';
import { pixelNames, TableBuilder } from './table-builder.ts';
import { TableError } from './table-error.ts';

/** A file in the format of MNIST: numbers of one type, and the extents of their array. */
export interface IdxFile {
  name: string;
  extents: number[];
  valueAt: (index: number) => number;
  /** The numbers, if they are bytes. */
  bytes?: Uint8Array;
}

/** The numbers of each type: their bytes, and how they are read. All are big-endian. */
const types: Readonly<
  Record<number, [size: number, read: (view: DataView, at: number) => number]>
> = {
  0x08: [1, (view, at) => view.getUint8(at)],
  0x09: [1, (view, at) => view.getInt8(at)],
  0x0b: [2, (view, at) => view.getInt16(at)],
  0x0c: [4, (view, at) => view.getInt32(at)],
  0x0d: [4, (view, at) => view.getFloat32(at)],
  0x0e: [8, (view, at) => view.getFloat64(at)],
};

export const looksLikeIdx = (bytes: Uint8Array): boolean =>
  bytes.length >= 4 && bytes[0] === 0 && bytes[1] === 0 && (bytes[2] ?? 0) in types;

/** http://yann.lecun.com/exdb/mnist/ describes the format. */
export function parseIdx(bytes: Uint8Array, name: string): IdxFile {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const [size, read] = types[bytes[2] ?? 0] ?? [1, () => 0];
  const dimensions = bytes[3] ?? 0;
  const start = 4 + 4 * dimensions;
  if (dimensions < 1 || dimensions > 4 || start > bytes.length)
    throw new TableError(phrase('“{file}” is no file of images or labels.', { file: name }));
  const extents = Array.from({ length: dimensions }, (_, i) => view.getUint32(4 + 4 * i));
  const wanted = extents.reduce((product, extent) => product * extent, size);
  if (bytes.length - start !== wanted)
    throw new TableError(
      phrase('“{file}” should have {wanted} bytes of numbers, but has {bytes}. It may be cut.', {
        file: name,
        wanted,
        bytes: bytes.length - start,
      }),
    );
  const isBytes = bytes[2] === 0x08;
  return {
    name,
    extents,
    valueAt: (index) => read(view, start + size * index),
    ...(isBytes && { bytes: bytes.subarray(start) }),
  };
}

/**
 * A table with a column for each pixel, and the labels in the last one. Of images that are too many for a table it has
 * some, and all of them as bytes.
 */
export function readIdx(files: readonly IdxFile[]): Table {
  const [labels, ...otherLabels] = files.filter(({ extents }) => extents.length === 1);
  const [images, ...otherImages] = files.filter(({ extents }) => extents.length > 1);
  if (otherLabels.length + otherImages.length > 0)
    throw new TableError(phrase('Bring one file of images and one file of labels.'));
  if (!images || !labels)
    throw new TableError(
      images
        ? phrase('Bring the file of labels too. Drop both files, or choose both at once.')
        : phrase('Bring the file of images too. Drop both files, or choose both at once.'),
    );
  const [count = 0, ...shape] = images.extents;
  const [labelled = 0] = labels.extents;
  if (count !== labelled)
    throw new TableError(
      phrase('There are {images} images and {labels} labels. They must be equally many.', {
        images: count,
        labels: labelled,
      }),
    );
  const width = shape.reduce((product, extent) => product * extent, 1);
  if (width < 1 || width >= mostColumns)
    throw new TableError(
      phrase('The images have {pixels} pixels. At most {most} can be read.', {
        pixels: width,
        most: mostColumns - 1,
      }),
    );
  const [height = 1, columns = width] = shape.length === 2 ? shape : [1, width];
  const builder = new TableBuilder([...pixelNames(height, columns), 'label'], '.');
  const rows = Math.min(count, Math.floor(mostNumbers / width));
  for (let i = 0; i < rows; i++) {
    const row = Math.floor((i * count) / rows);
    const values = Array.from({ length: width }, (_, at) => images.valueAt(row * width + at));
    builder.addValues([...values, labels.valueAt(row)], row + 1);
  }
  const table = builder.table(images.name, {});
  const isImage = height > 1;
  const pixels = rows < count && isImage ? images.bytes : undefined;
  const whole = pixels && { pixels, labels: labelsOf(labels, table.columns.at(-1)?.name ?? '') };
  const notes = rows < count && !whole ? [someOf(count, rows)] : [];
  return {
    ...table,
    notes,
    ...(isImage && { image: { height, width: columns } }),
    ...(whole && { whole }),
  };
}

function labelsOf({ extents, valueAt }: IdxFile, name: string): Column {
  const numbers = Float64Array.from({ length: extents[0] ?? 0 }, (_, row) => valueAt(row));
  const codes = new Int32Array(numbers.length).fill(holdsNumber);
  return { name, numbers, codes, texts: [], firstText: undefined };
}
