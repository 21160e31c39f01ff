// SPDX-License-Identifier: MIT

/** The result of a run: two columns of its curve, and its parameters. */
export interface Outcome {
  trainLoss: ArrayLike<number>;
  testLoss: ArrayLike<number>;
  parameters: ArrayLike<number>;
}

/** A hash of all bits: 64-bit FNV-1a over doubles, lowest byte first. All NaNs hash alike. */
export function hash({ trainLoss, testLoss, parameters }: Outcome): string {
  const losses = Array.from(trainLoss, (train, i) => [train, testLoss[i] ?? Number.NaN]);
  const values = Float64Array.from([...losses.flat(), ...Array.from(parameters)]);
  const bytes = new Uint8Array(values.buffer);
  const view = new DataView(values.buffer);
  for (const [i, value] of values.entries())
    if (Number.isNaN(value)) view.setBigUint64(8 * i, 0x7ff8000000000000n, true);
  return fnv1a(bytes);
}

/**
 * 64-bit FNV-1a in two halves, because BigInt takes 20 times as long. The prime is 2^40 + 0x1b3, and a half
 * times 0x1b3 is exact in a double.
 */
function fnv1a(bytes: Uint8Array): string {
  let high = 0xcbf29ce4;
  let low = 0x84222325;
  for (const byte of bytes) {
    low = (low ^ byte) >>> 0;
    const product = low * 0x1b3;
    high = (Math.imul(high, 0x1b3) + Math.floor(product / 2 ** 32) + (low << 8)) >>> 0;
    low = product >>> 0;
  }
  return [high, low].map((half) => half.toString(16).padStart(8, '0')).join('');
}
