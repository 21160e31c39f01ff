// SPDX-License-Identifier: MIT
import type { Claims } from '../figures.ts';
import { climbed, lastLoss } from '../race.ts';

export default {
  each: 'start',
  claims: {
    'momentum gets below SGD': {
      says: 'At the same learning rate, SGD typically ends at {low} to {high} times that loss (the middle half of {starts} starts)',
      measure: ([sgd, , momentum]) => lastLoss(sgd) / lastLoss(momentum),
      holds: (times) => times > 1.5,
    },
    'Nesterov does as well': {
      says: 'end with about the same test loss',
      measure: ([, , momentum, nesterov]) => lastLoss(nesterov) / lastLoss(momentum),
      holds: (times) => times > 0.8 && times < 1.25,
    },
    'a rate of 0.3 bounces': {
      says: 'At a learning rate of 0.3, SGD bounces from wall to wall of the valley',
      measure: ([, fast, ...calm]) =>
        climbed(fast, 'trainLoss') / Math.max(...calm.map((racer) => climbed(racer, 'trainLoss'))),
      holds: (times) => times > 5,
    },
    'a rate of 0.3 ends higher too': {
      says: 'still ends higher than momentum',
      measure: ([, fast, momentum]) => lastLoss(fast) / lastLoss(momentum),
      holds: (times) => times > 1.3,
    },
  },
} satisfies Claims;
