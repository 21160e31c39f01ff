// SPDX-License-Identifier: MIT
import { cmakeBuild } from '../../.ci/native.js';
import { step } from '../../.ci/steps.js';

export const precisions = ['float32', 'float64'];

const option = '-DFALL_LINE_BENCH=ON';
const nativeFolder = 'build/bench';

/** The path of the program `name` of native/CMakeLists.txt in this precision. */
export const program = (name, precision) =>
  `${nativeFolder}/tests/bench/native/${name}_${precision}`;

/** Built like the module: CMake's Release build with 128-bit vectors. */
export const buildNative = (name) =>
  step(`compile ${name} natively`, (say) =>
    cmakeBuild(say, nativeFolder, [option, '-DCMAKE_CXX_COMPILER=g++'], {
      targets: precisions.map((precision) => `${name}_${precision}`),
    }),
  );

const peakFolder = 'build/bench-wasm';
export const peakFile = (precision) =>
  `${peakFolder}/tests/bench/native/bench_peak_${precision}.wasm`;

export const buildPeak = () =>
  step('compile the peak', (say) =>
    cmakeBuild(say, peakFolder, [option], {
      targets: precisions.map((precision) => `bench_peak_${precision}`),
      wrapper: ['emcmake'],
    }),
  );
