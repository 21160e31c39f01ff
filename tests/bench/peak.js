// SPDX-License-Identifier: MIT
import { readFileSync } from 'node:fs';
import { peakFile } from './builds.js';

/** Lanes per vector. A round of native/peak.cpp multiplies and adds once per lane of 12 vectors. */
const lanes = { float32: 4, float64: 2 };
export const operationsAround = (precision) => 12 * 2 * lanes[precision];

/** A function that does rounds of native/peak.cpp in WebAssembly, to time the peak. */
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
