// SPDX-License-Identifier: MIT
import { type Claims, ofEach } from '../figures.ts';
import { lastAccuracy, typical } from '../race.ts';

export default {
  each: 'start and data',
  again: 1,
  races: [
    'v=3&dataset=circles&hidden=',
    'v=3&dataset=circles&hidden=2',
    'v=3&dataset=circles&hidden=3',
    'v=3&dataset=circles&noise=0.8',
    'v=3&dataset=circles&noise=0.8&hidden=32,32',
  ],
  unmeasured: [
    'The boundary has to be a closed curve around the inner ring.',
    'See how many hidden units a closed curve needs.',
  ],
  claims: {
    'without hidden layers': {
      says: 'A network without hidden layers does no better than guessing',
      measure: (linear) => typical(linear, lastAccuracy),
      holds: (accuracy) => accuracy < 0.55,
    },
    'two units': {
      says: 'After 2,000 steps of SGD, two tanh units reached about {76%} test accuracy',
      measure: (_, [sgd]) => lastAccuracy(sgd),
      holds: (accuracy) => accuracy > 0.7 && accuracy < 0.85,
    },
    'three units': {
      says: 'three about {95%}',
      measure: (_, __, [sgd]) => lastAccuracy(sgd),
      holds: (accuracy) => accuracy > 0.9,
    },
    ...ofEach('at a noise of 0.8', (racer) => ({
      says: 'At a noise of 0.8 the rings overlap, and SGD, momentum, RMSProp and Adam all stay near {65%} accuracy',
      measure: (_, __, ___, noisy) => lastAccuracy(noisy[racer]),
      holds: (accuracy) => accuracy > 0.58 && accuracy < 0.72,
    })),
    'a larger network does not help': {
      says: 'A larger network cannot undo the overlap',
      measure: (_, __, ___, noisy, wide) =>
        typical(wide, lastAccuracy) - typical(noisy, lastAccuracy),
      holds: (gain) => gain < 0.02,
    },
    'less noise does': {
      says: 'less noise does',
      measure: (_, __, calm, noisy) => typical(calm, lastAccuracy) - typical(noisy, lastAccuracy),
      holds: (gain) => gain > 0.2,
    },
  },
} satisfies Claims;
