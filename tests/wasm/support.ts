// SPDX-License-Identifier: MIT
import { readFileSync } from 'node:fs';
import {
  type Engine,
  loadEngine,
  type Precision,
  type Problem,
  type RunSettings,
  SettingsError,
} from 'fall-line/engine';

export const precisions: Precision[] = ['float32', 'float64'];

export const wasmFile = (precision: Precision) =>
  readFileSync(new URL(`../../web/dist/engine-${precision}.wasm`, import.meta.url));

export const engines: Record<Precision, Engine> = {
  float32: await loadEngine(),
  float64: await loadEngine({ precision: 'float64' }),
};

/** A small race on a generated data set, with a test's changes. */
export function settings(change: Partial<RunSettings['problem']> = {}): RunSettings {
  return {
    problem: { dataset: { id: 'moons', samples: 100 }, network: { hidden: [6] }, ...change },
    optimizer: { id: 'adam', learningRate: 0.01 },
  };
}

/** The problems of the SettingsError that the call throws, or none. */
export function refusals(call: () => unknown): readonly Problem[] {
  try {
    call();
  } catch (error) {
    if (error instanceof SettingsError) return error.problems;
    throw error;
  }
  return [];
}
