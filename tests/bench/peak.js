// SPDX-License-Identifier: MIT
import { readFileSync } from 'node:fs';
import { peakFile } from './builds.js';

/** Of one round of native/peak.cpp: twelve vectors, a multiplication and an addition a lane. */
const lanes = { float32: 4, float64: 2 };
export const operationsAround = (precision) => 12 * 2 * lanes[precision];

/** The most multiplications and additions that this process does in wasm, as rounds to be timed. */
export async function wasmPeak(precision) {
  const file = readFileSync(peakFile(precision));
  const { instance } = await WebAssembly.instantiate(file, {});
  instance.exports._initialize?.();
  return (rounds) => {
    const began = performance.now();
    const result = instance.exports.multiply_adds(rounds);
    const seconds = (performance.now() - began) / 1000;
    if (!Number.isFinite(result)) throw new Error('The peak was not computed.');
    return seconds;
  };
}
