// SPDX-License-Identifier: MIT
/** What the sweeps of learning rates share. */

export const rates = [1e-5, 3e-5, 1e-4, 3e-4, 1e-3, 3e-3, 0.01, 0.03, 0.1, 0.3, 1, 3, 10];

/** Lower test losses count as this, because smaller differences can't be seen. */
const lowest = 1e-3;
/** The loss that stands for a run that diverged. */
const lost = 1e6;

function finalLoss(engine, optimizer, { problem, steps }, seed) {
  const run = engine.createRun({ problem, optimizer, seed });
  const { status } = run.step(steps);
  const { testLoss } = run.evaluate();
  run.dispose();
  return status === 'diverged' || !(testLoss < lost) ? lost : Math.max(lowest, testLoss);
}

function median(values) {
  return values.toSorted((a, b) => a - b)[(values.length - 1) / 2];
}

/**
 * For each tried rate, the geometric mean over the races of the final test loss relative to the best
 * rate's. A race is a problem with a number of steps. Its loss is the median over an odd number of seeds.
 */
export function relativeLosses(engine, id, tried, races, seeds) {
  const logs = tried.map(() => 0);
  for (const race of races) {
    const losses = tried.map((learningRate) =>
      median(seeds.map((seed) => finalLoss(engine, { id, learningRate }, race, seed))),
    );
    const best = Math.min(...losses);
    losses.forEach((loss, i) => {
      logs[i] += Math.log(loss / best) / races.length;
    });
  }
  return logs.map(Math.exp);
}

export const bestOf = (tried, losses) => tried[losses.indexOf(Math.min(...losses))];
