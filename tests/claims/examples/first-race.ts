// SPDX-License-Identifier: MIT
import type { Claims } from '../figures.ts';
import { stepsTo } from '../race.ts';

export default {
  each: 'start',
  claims: {
    'the pictures bend into the spiral': {
      says: 'as a line falls, its picture bends into the spiral',
      measure: (racers) => Math.min(...racers.map(({ curve }) => Math.max(...curve.testAccuracy))),
      holds: (accuracy) => accuracy > 0.9,
    },
    'SGD needs more steps than Adam': {
      says: [
        'To reach a test loss of 0.2, SGD needs more steps than Adam in {holds} of {starts} starts.',
        'In half of those {starts} starts it needs between {low} and {high} times as many.',
      ],
      measure: ([sgd, , , adam]) => stepsTo(sgd, 0.2) / stepsTo(adam, 0.2),
      holds: (times) => times > 1,
    },
  },
} satisfies Claims;
