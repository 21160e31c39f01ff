// SPDX-License-Identifier: MIT

export const precisions = ['float32', 'float64'];

/** The path of a native program, built like the module: Release, with 128-bit vectors. */
export const program = (name, precision) => `build/bench/tests/bench/native/${name}_${precision}`;

export const peakFile = (precision) =>
  `build/bench-wasm/tests/bench/native/bench_peak_${precision}.wasm`;
