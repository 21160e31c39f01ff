// SPDX-License-Identifier: MIT
import type { Claims } from '../figures.ts';
import { lastAccuracy, lastLoss, typical } from '../race.ts';

export default {
  each: 'start and data',
  again: 1,
  races: [
    'v=3&hidden=',
    'v=3&steps=300',
    'v=3&turns=2',
    'v=3&turns=2&hidden=32,32',
    'v=3&turns=2&steps=10000&run=adam',
  ],
  unmeasured: [
    'The boundary has to wind with the arms, and no part of it is straight.',
    'Compare SGD with momentum, RMSProp and Adam.',
  ],
  claims: {
    'without hidden layers': {
      says: 'A network without hidden layers stays near {50%} accuracy',
      measure: (linear) => typical(linear, lastAccuracy),
      holds: (accuracy) => accuracy < 0.58,
    },
    'SGD against RMSProp': {
      says: 'After 300 steps, the test loss of SGD was typically about {twice} that of RMSProp',
      measure: (_, [sgd, , rmsprop]) => lastLoss(sgd) / lastLoss(rmsprop),
      holds: (times) => times > 1,
    },
    'on two turns': {
      says: 'With two turns, 2,000 steps of these four ended near {60%} accuracy',
      measure: (_, __, narrow) => typical(narrow, lastAccuracy),
      holds: (accuracy) => accuracy < 0.68,
    },
    'on two turns with 32 units': {
      says: 'or below, with 8 or 32 units per layer',
      measure: (_, __, ___, wide) => typical(wide, lastAccuracy),
      holds: (accuracy) => accuracy < 0.64,
    },
    'more steps help': {
      says: 'More steps help: Adam reached about {72%} after 10,000',
      measure: (...[, , , , [adam]]) => lastAccuracy(adam),
      holds: (accuracy) => accuracy > 0.62,
    },
  },
} satisfies Claims;
