// SPDX-License-Identifier: MIT
import { zipSync } from 'fflate';
import { type Model, type Parameter, parametersOf } from './model.ts';

/** All arrays of a model in NumPy's format, as `numpy.savez` writes them. */
export function npzOf(model: Model): Uint8Array<ArrayBuffer> {
  const extra = Object.entries(model.standardization ?? {}).map(([name, values]): Parameter => ({
    name: `inputs.${name}`,
    shape: [values.length],
    values,
  }));
  const files = [...parametersOf(model), ...extra].map(
    (parameter) => [`${parameter.name}.npy`, npyOf(parameter)] as const,
  );
  // Without the time, equal models are equal files. 1980 is where the times of zip files begin.
  return zipSync(Object.fromEntries(files), {
    mtime: new Date(1980, 0, 1),
  }) as Uint8Array<ArrayBuffer>;
}

const magic = '\x93NUMPY\x01\x00';
/** The data begin at a multiple of this. */
const alignment = 64;

/** One array: version 1.0 of https://numpy.org/doc/stable/reference/generated/numpy.lib.format.html */
export function npyOf({ shape, values }: Omit<Parameter, 'name'>): Uint8Array {
  const type = values instanceof Float32Array ? '<f4' : '<f8';
  const extents = shape.length === 1 ? `${shape[0]},` : shape.join(', ');
  const facts = `{'descr': '${type}', 'fortran_order': False, 'shape': (${extents}), }`;
  const before = magic.length + 2;
  const length = Math.ceil((before + facts.length + 1) / alignment) * alignment - before;
  const header = `${facts.padEnd(length - 1)}\n`;
  const bytes = new Uint8Array(before + length + values.byteLength);
  bytes.set(Array.from(magic, (letter) => letter.charCodeAt(0)));
  const view = new DataView(bytes.buffer);
  view.setUint16(magic.length, length, true);
  bytes.set(
    Array.from(header, (letter) => letter.charCodeAt(0)),
    before,
  );
  bytes.set(littleEndian(values), before + length);
  return bytes;
}

/** The bytes of numbers, the lowest first on every machine. */
export function littleEndian(values: Float32Array | Float64Array): Uint8Array<ArrayBuffer> {
  const size = values.BYTES_PER_ELEMENT;
  const bytes = new Uint8Array(values.length * size);
  const view = new DataView(bytes.buffer);
  for (const [index, value] of values.entries()) {
    if (size === 4) view.setFloat32(4 * index, value, true);
    else view.setFloat64(8 * index, value, true);
  }
  return bytes;
}
