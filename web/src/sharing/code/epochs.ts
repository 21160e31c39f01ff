// SPDX-License-Identifier: MIT
import type { Settings } from '../../model/settings.ts';

/** The most numbers of the order of samples in a script, which then has some hundred kB. */
const mostPlaces = 200_000;

/** The epochs whose order a script of this race needs, up to a bound. */
export function epochsOf({ budget, problem, racers }: Settings, samples: number): number {
  const { unit, amount } = budget;
  const sizes = racers
    .filter(({ on }) => on)
    .flatMap(({ optimizer }) => [optimizer.values.batchSize, problem.batchSize])
    .filter((size) => typeof size === 'number')
    .filter((size) => size > 0 && size < samples);
  const perStep = Math.max(0, ...sizes) / samples;
  const epochs =
    unit === 'steps' ? amount * perStep : unit === 'epochs' ? amount : amount / samples;
  // Each epoch ends with a smaller batch, so a step may be of less than `perStep` epochs, but never of more.
  return Math.min(Math.ceil(epochs), Math.max(1, Math.floor(mostPlaces / samples)));
}
