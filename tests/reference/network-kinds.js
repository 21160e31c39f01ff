// SPDX-License-Identifier: MIT

const race = (id, hidden, steps) => ({ problem: { dataset: { id }, network: { hidden } }, steps });

/**
 * The kinds of networks with learning rates of their own, and the races that the sweep runs for each. A
 * network belongs to the last kind whose least number of inputs and of weights into hidden layers it
 * reaches. Small networks on points in a plane belong to none: the defaults were found on them.
 * `tried` counts the rates that are tried above and below the default.
 */
export const networkKinds = [
  {
    from: { inputs: 1, weights: 5000 },
    races: [race('spiral', [128, 128], 300), race('sine', [128, 128], 300)],
    tried: { above: 1, below: 5 },
    seeds: [1, 2, 3],
  },
  {
    from: { inputs: 3, weights: 0 },
    races: [race('digits-12', [8, 8], 300), race('digits-12', [32, 32], 300)],
    tried: { above: 1, below: 5 },
    seeds: [1, 2, 3],
  },
  {
    from: { inputs: 3, weights: 30000 },
    races: [race('digits-12', [128, 128], 200), race('digits-28', [512, 512], 50)],
    tried: { above: 0, below: 4 },
    seeds: [1],
  },
];

/** The rules that are too slow for the sweep on wide layers. They use the rates of an earlier kind. */
export const slowWhenWide = ['muon', 'shampoo', 'soap', 'k-fac', 'evolution-strategy'];
