// SPDX-License-Identifier: MIT
import type { SampleShape, Task } from '../../../wasm/types.ts';

/** Samples for the engine: all that a race depends on, and the names that the page shows. */
export interface Prepared {
  /** The name of the file, or of what was pasted. */
  name: string;
  /** A name for each input. */
  inputNames: string[];
  targetName: string;
  /** A name for each class. None for regression. */
  classNames: string[];
  task: Task;
  shape: SampleShape;
  /** One row after another. Bytes are images that are too many for anything else. */
  inputs: Float64Array | Uint8Array;
  /** Class numbers, or values in their own unit. */
  targets: Float64Array;
}

/** Values as they are trained on: with mean 0 and deviation 1, because the engine scales inputs only. */
export function scaled(targets: Float64Array): Float64Array {
  const mean = targets.reduce((sum, value) => sum + value, 0) / targets.length;
  const squares = targets.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  const deviation = Math.sqrt(squares / targets.length);
  return targets.map((value) => (value - mean) / (deviation || 1));
}

/**
 * Tells prepared samples from others: 64-bit FNV-1a over task, shape, classes, inputs and targets, four bytes at
 * a time, in two halves because BigInt takes 20 times as long. Names do not count.
 */
export function fingerprint({ task, shape, classNames, inputs, targets }: Prepared): string {
  let high = 0xcbf29ce4;
  let low = 0x84222325;
  const take = (word: number): void => {
    low = (low ^ word) >>> 0;
    const product = low * 0x1b3;
    high = (Math.imul(high, 0x1b3) + Math.floor(product / 2 ** 32) + (low << 8)) >>> 0;
    low = product >>> 0;
  };
  const { channels, height, width } = shape;
  for (const word of [task.length, channels, height, width, classNames.length]) take(word);
  const view = new DataView(new ArrayBuffer(8));
  const takeNumbers = (values: Float64Array): void => {
    for (const value of values) {
      // Zero has one fingerprint.
      view.setFloat64(0, value + 0, true);
      take(view.getUint32(0, true));
      take(view.getUint32(4, true));
    }
  };
  if (inputs instanceof Uint8Array) takeBytes(inputs, take);
  else takeNumbers(inputs);
  takeNumbers(targets);
  return [high, low].map((half) => half.toString(16).padStart(8, '0')).join('');
}

/** Four bytes at a time, and the rest as if zeros followed. */
function takeBytes(bytes: Uint8Array, take: (word: number) => void): void {
  const whole = bytes.length - (bytes.length % 4);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  for (let at = 0; at < whole; at += 4) take(view.getUint32(at, true));
  let rest = 0;
  for (let at = bytes.length - 1; at >= whole; at--) rest = rest * 256 + (bytes[at] ?? 0);
  if (whole < bytes.length) take(rest);
}
