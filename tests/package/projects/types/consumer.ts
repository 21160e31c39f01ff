// SPDX-License-Identifier: MIT
import {
  type Engine,
  loadEngine,
  type Run,
  type RunSettings,
  SettingsError,
} from 'fall-line/engine';

const settings: RunSettings = {
  problem: { dataset: { id: 'spiral', noise: 0.1 }, network: { hidden: [8, 8] }, batchSize: 10 },
  optimizer: { id: 'adam', learningRate: 0.01, wrappers: [{ id: 'lookahead', k: 5 }] },
};

export async function losses(): Promise<Float64Array> {
  const engine: Engine = await loadEngine({ precision: 'float64' });
  const run: Run = engine.createRun(settings);
  const { status } = run.step(100);
  // @ts-expect-error: there is no such status
  if (status === 'bored') throw new Error('Impossible.');
  return run.curve({ maxPoints: 20 }).trainLoss;
}

export function rules(error: unknown): string[] {
  return error instanceof SettingsError ? error.problems.map(({ rule }) => rule) : [];
}

/** Nobody calls it. It is here to be refused. */
export async function mistakes(): Promise<RunSettings> {
  // @ts-expect-error: a precision is one of two
  await loadEngine({ precision: 'float16' });
  // @ts-expect-error: a run needs an optimizer
  return { problem: { surface: { id: 'rosenbrock' } } };
}

/** The names that the types declare. A test compares them with those of the module. */
export const names: Record<keyof typeof import('fall-line/engine'), true> = {
  loadEngine: true,
  SettingsError: true,
};
