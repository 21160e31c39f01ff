// SPDX-License-Identifier: MIT
/**
 * Writes rates.json: the best default learning rate for each rule. Every rule runs 2000 steps at 13
 * rates on every generated data set with two inputs, from 5 seeds, with defaults for the rest. The loss
 * of a rate on a data set is the median of the final test loss over the seeds, but at least 0.001,
 * because smaller differences can't be seen. Each loss is divided by the rule's best loss on that data
 * set. The best rate has the least geometric mean of these ratios.
 *
 *     npm run build && node tests/reference/rates.js [rule...]
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { format, resolveConfig } from 'prettier';
import { loadEngine } from '../../web/dist/engine.js';
import { notSwept } from './not-swept.js';

const STEPS = 2000;
const SEEDS = [1, 2, 3, 4, 5];
const RATES = [1e-5, 3e-5, 1e-4, 3e-4, 1e-3, 3e-3, 0.01, 0.03, 0.1, 0.3, 1, 3, 10];
const LOWEST = 1e-3;
/** The loss that stands for a run that diverged. */
const LOST = 1e6;

const engine = await loadEngine();
const { optimizers, datasets } = engine.catalog;
const plane = datasets.filter(({ inputs }) => inputs === 2);
const swept = optimizers.filter(
  ({ id, precision, hyperparameters }) =>
    precision !== 'float64' &&
    hyperparameters.some((row) => row.id === 'learningRate') &&
    !(id in notSwept),
);

function finalLoss(id, learningRate, dataset, seed) {
  const run = engine.createRun({
    problem: { dataset: { id: dataset.id } },
    optimizer: { id, learningRate },
    seed,
  });
  const { status } = run.step(STEPS);
  const { testLoss } = run.evaluate();
  run.dispose();
  return status === 'diverged' || !(testLoss < LOST) ? LOST : Math.max(LOWEST, testLoss);
}

function median(values) {
  return values.toSorted((a, b) => a - b)[(values.length - 1) / 2];
}

/** For each rate, the geometric mean over the data sets of the loss relative to the best rate's. */
function sweep(id) {
  const logs = RATES.map(() => 0);
  for (const dataset of plane) {
    const losses = RATES.map((rate) =>
      median(SEEDS.map((seed) => finalLoss(id, rate, dataset, seed))),
    );
    const best = Math.min(...losses);
    losses.forEach((loss, i) => {
      logs[i] += Math.log(loss / best) / plane.length;
    });
  }
  return logs.map(Math.exp);
}

const file = new URL('rates.json', import.meta.url);
const results = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')).rules : {};
const asked = process.argv.slice(2);
for (const { id } of swept) {
  if (asked.length > 0 && !asked.includes(id)) continue;
  const losses = sweep(id);
  const best = RATES[losses.indexOf(Math.min(...losses))];
  results[id] = { best, losses: losses.map((loss) => Number(loss.toPrecision(4))) };
  console.log(id, best);
  const rules = Object.fromEntries(
    optimizers.filter((entry) => results[entry.id]).map((entry) => [entry.id, results[entry.id]]),
  );
  const options = { ...(await resolveConfig(file)), parser: 'json' };
  writeFileSync(file, await format(JSON.stringify({ rates: RATES, rules }, null, 2), options));
}
