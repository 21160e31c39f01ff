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
  let state = 0xcbf29ce484222325n;
  for (const byte of bytes) state = BigInt.asUintN(64, (state ^ BigInt(byte)) * 0x100000001b3n);
  return state.toString(16).padStart(16, '0');
}
