// SPDX-License-Identifier: MIT
import type { Claims } from '../figures.ts';
import { changesOfSide, type Raced, stepsTo } from '../race.ts';

const there = (racer: Raced) => stepsTo(racer, 1e-6, 'trainLoss');

export default {
  each: 'point',
  claims: {
    // Along the steep axis each step multiplies the distance by 1 - rate x curvature.
    'the rate of SGD is near its limit': {
      says: 'Close to the highest learning rate that this valley allows',
      measure: ([{ path }]) => (1 - path.y[1]! / path.y[0]!) / 2,
      holds: (share) => share > 0.9 && share < 1,
    },
    'SGD bounces': {
      says: 'bounces from wall to wall',
      measure: ([{ path }]) => changesOfSide(path.y.slice(0, 101)),
      holds: (changes) => changes === 100,
    },
    'SGD needs more steps than momentum': {
      says: 'To reach a value of 0.000001, it typically takes {low} to {high} times the steps of momentum (the middle half of {starts} starting points)',
      measure: ([sgd, momentum]) => there(sgd) / there(momentum),
      holds: (times) => times > 1.5,
    },
    'BFGS and Newton need a few steps': {
      says: 'from {holds} of {starts} points, both arrive within ten steps',
      measure: ([, , bfgs, newton]) => Math.max(there(bfgs), there(newton)),
      holds: (steps) => steps <= 10,
    },
  },
} satisfies Claims;
