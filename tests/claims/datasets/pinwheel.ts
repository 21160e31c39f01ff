// SPDX-License-Identifier: MIT
import type { Claims } from '../figures.ts';
import { lastAccuracy, lastLoss, lowestLoss, typical } from '../race.ts';

export default {
  each: 'start and data',
  again: 1,
  races: [
    'v=3&dataset=pinwheel',
    'v=3&dataset=pinwheel&hidden=',
    'v=3&dataset=pinwheel&l2=0.001&run=rmsprop',
  ],
  unmeasured: [
    'Race optimizers on several classes at once.',
    'Compare the default network with no hidden layers by training loss and by test loss.',
  ],
  claims: {
    'straight borders separate them': {
      says: [
        'straight borders separate them almost completely',
        'A network without hidden layers reaches about {98%} accuracy',
      ],
      measure: (_, linear) => typical(linear, lastAccuracy),
      holds: (accuracy) => accuracy > 0.96,
    },
    'RMSProp fits the training points better': {
      says: 'With RMSProp, the default network reached a lower training loss than a linear model',
      measure: ([, , network], [, , linear]) =>
        lastLoss(network, 'trainLoss') / lastLoss(linear, 'trainLoss'),
      holds: (share) => share < 1,
    },
    'and the test points worse': {
      says: 'but a higher test loss',
      measure: ([, , network], [, , linear]) => lastLoss(network) / lastLoss(linear),
      holds: (times) => times > 1,
    },
    'stopping early helps': {
      says: 'Stop early',
      measure: ([, , network]) => lowestLoss(network) / lastLoss(network),
      holds: (share) => share < 0.8,
    },
    'a penalty helps': {
      says: 'add an L2 penalty of 0.001',
      measure: ([, , network], _, [penalty]) => lastLoss(penalty) / lastLoss(network),
      holds: (share) => share < 1,
    },
  },
} satisfies Claims;
