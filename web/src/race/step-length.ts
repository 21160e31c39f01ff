// SPDX-License-Identifier: MIT
import type { Unit } from '../model/clock.ts';
import type { Settings } from '../model/settings.ts';

/** One step with the race's batch size, in `unit`. `train` is the number of training samples. */
export function stepIn(unit: Unit, { problem }: Settings, train: number): number {
  if (unit === 'steps') return 1;
  const batch = batchOf(problem.batchSize, train);
  return unit === 'epochs' ? batch / train : batch;
}

/** One pass over the training data, in `unit`. */
export function epochIn(unit: Unit, { problem }: Settings, train: number): number {
  if (unit === 'epochs') return 1;
  return unit === 'samples' ? train : Math.ceil(train / batchOf(problem.batchSize, train));
}

const batchOf = (size: unknown, train: number): number =>
  typeof size === 'number' ? Math.min(size, train) : train;
