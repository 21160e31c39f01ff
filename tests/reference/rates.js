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
import { bestOf, rates, relativeLosses } from './sweep.js';

const STEPS = 2000;
const SEEDS = [1, 2, 3, 4, 5];

const engine = await loadEngine();
const { optimizers, datasets } = engine.catalog;
const races = datasets
  .filter(({ inputs }) => inputs === 2)
  .map(({ id }) => ({ problem: { dataset: { id } }, steps: STEPS }));
const swept = optimizers.filter(
  ({ id, precision, hyperparameters }) =>
    precision !== 'float64' &&
    hyperparameters.some((row) => row.id === 'learningRate') &&
    !(id in notSwept),
);

const file = new URL('rates.json', import.meta.url);
const results = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')).rules : {};
const asked = process.argv.slice(2);
for (const { id } of swept) {
  if (asked.length > 0 && !asked.includes(id)) continue;
  const losses = relativeLosses(engine, id, rates, races, SEEDS);
  const best = bestOf(rates, losses);
  results[id] = { best, losses: losses.map((loss) => Number(loss.toPrecision(4))) };
  console.log(id, best);
  const rules = Object.fromEntries(
    optimizers.filter((entry) => results[entry.id]).map((entry) => [entry.id, results[entry.id]]),
  );
  const options = { ...(await resolveConfig(file)), parser: 'json' };
  writeFileSync(file, await format(JSON.stringify({ rates, rules }, null, 2), options));
}
