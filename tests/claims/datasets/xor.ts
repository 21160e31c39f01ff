// SPDX-License-Identifier: MIT
import type { Claims } from '../figures.ts';
import { lastAccuracy, typical } from '../race.ts';

export default {
  each: 'start and data',
  again: 1,
  races: [
    'v=3&dataset=xor',
    'v=3&dataset=xor&hidden=',
    'v=3&dataset=xor&initializer=zeros',
    'v=3&dataset=xor&noise=0',
  ],
  unmeasured: [
    'One input alone says nothing about the class, but the two together do.',
    'See what a hidden layer adds: compare two, four and eight hidden units.',
  ],
  claims: {
    'without hidden layers': {
      says: 'A network without hidden layers stays near {50%} accuracy',
      measure: (_, linear) => typical(linear, lastAccuracy),
      holds: (accuracy) => accuracy < 0.58,
    },
    'zeros never leave chance': {
      says: 'zeros, which never leave {50%}',
      measure: (_, __, zeros) =>
        Math.max(...zeros.flatMap(({ curve }) => [...curve.testAccuracy, ...curve.trainAccuracy])),
      holds: (accuracy) => accuracy === 0.5,
    },
    'noise moves points': {
      says: 'Noise carries points across the axes into the wrong quadrant, and 2,000 steps end near {91%} accuracy',
      measure: (race) => typical(race, lastAccuracy),
      holds: (accuracy) => accuracy > 0.87 && accuracy < 0.95,
    },
    'without noise': {
      says: 'Without noise they end near {98%}',
      measure: (...[, , , clean]) => typical(clean, lastAccuracy),
      holds: (accuracy) => accuracy > 0.95,
    },
  },
} satisfies Claims;
