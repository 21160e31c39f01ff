// SPDX-License-Identifier: MIT
import type { Precision } from '../../wasm/types.ts';
import { hash } from '../../web/src/engine/bits.ts';
import { goldenRuns, goldenSteps } from '../../web/plugins/golden-runs.ts';

/** What a project is asked to train. */
export const asked = (precision: Precision) => ({
  precision,
  runs: goldenRuns.map(({ settings }) => settings),
  steps: goldenSteps,
});

/** What it answers for each run: doubles as 32-bit words, because JSON has neither NaN nor -0. */
export type Trained = Record<'trainLoss' | 'testLoss' | 'parameters', number[]>;

export const expected = (precision: Precision): string[] =>
  goldenRuns.map(({ hashes }) => hashes[precision]);

export const hashes = (trained: Trained[]): string[] =>
  trained.map(({ trainLoss, testLoss, parameters }) =>
    hash({
      trainLoss: doubles(trainLoss),
      testLoss: doubles(testLoss),
      parameters: doubles(parameters),
    }),
  );

const doubles = (words: number[]) => new Float64Array(Uint32Array.from(words).buffer);
