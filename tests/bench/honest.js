// SPDX-License-Identifier: MIT
import { classes } from './workloads.js';

/**
 * Fails unless all contenders train the same thing: they start at the same loss, with the same weights
 * and data, and at least halve it.
 */
export async function checkHonest(trainings, workload) {
  const steps = classes(workload) === 0 ? 800 : 40;
  const starts = {};
  for (const [name, { loss }] of Object.entries(trainings)) starts[name] = await loss();
  const [expected] = Object.values(starts);
  for (const [name, { loss, steps: train }] of Object.entries(trainings)) {
    if (!(Math.abs(starts[name] / expected - 1) < 1e-4))
      throw new Error(`${name} starts at a loss of ${starts[name]}, not ${expected}`);
    await train(steps);
    const end = await loss();
    if (!(end < expected / 2))
      throw new Error(`${name} trains to a loss of ${end} from ${expected} in ${steps} steps`);
  }
}
