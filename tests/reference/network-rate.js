// SPDX-License-Identifier: MIT
import { bestOf, rates, relativeLosses } from './sweep.js';

/** The best learning rate of an optimizer on a kind of network. */
export function bestOnNetworks(
  engine,
  { races, seeds, tried: { above, below } },
  { id, hyperparameters },
) {
  const usual = rates.indexOf(hyperparameters.find((row) => row.id === 'learningRate').default);
  const tried = rates.slice(Math.max(0, usual - below), usual + above + 1);
  return bestOf(tried, relativeLosses(engine, id, tried, races, seeds));
}
