// SPDX-License-Identifier: MIT
import { settingsOf } from './workloads.js';

/** The runs of a sensitivity map: final loss against learning rate, for one network. */
const optimizers = [
  'sgd',
  'momentum',
  'nesterov',
  'adagrad',
  'rmsprop',
  'adam',
  'adamw',
  'nadam',
  'lion',
];
const rates = [1e-5, 3e-5, 1e-4, 3e-4, 1e-3, 3e-3, 0.01, 0.03, 0.1, 0.3, 1, 3, 10];
const seeds = [1, 2, 3, 4, 5];
const steps = 2500;

export const mapRuns = optimizers.length * rates.length * seeds.length;

/**
 * Seconds on one core for the whole map: creating each run, its steps, and its final loss. Only `share`
 * of the seeds are run, and the total is extrapolated. A run that diverges ends early, as on the page.
 */
export async function sensitivityMap(contender, workload, share = 1) {
  const chosen = seeds.slice(0, Math.ceil(seeds.length * share));
  let seconds = 0;
  for (const id of optimizers)
    for (const learningRate of rates)
      for (const seed of chosen) {
        const run = await contender.start(settingsOf(workload, { id, learningRate }, seed));
        seconds += run.made + (await run.steps(steps));
        const began = performance.now();
        await run.loss();
        seconds += (performance.now() - began) / 1000;
        await run.end();
      }
  return (seconds * seeds.length) / chosen.length;
}
