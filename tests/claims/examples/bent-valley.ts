// SPDX-License-Identifier: MIT
import type { Claims } from '../figures.ts';
import { climbed, firstLoss, stepsTo } from '../race.ts';

const arrived = 1e-3;

export default {
  each: 'point',
  claims: {
    'the floor is close': {
      says: 'The floor of the valley is close',
      measure: (racers) =>
        Math.max(
          ...racers.map((racer) => stepsTo(racer, firstLoss(racer, 'trainLoss') / 5, 'trainLoss')),
        ),
      holds: (steps) => steps <= 20,
    },
    'momentum and Adam climb': {
      says: 'momentum and Adam overshoot and climb at times',
      measure: ([, momentum, adam]) =>
        Math.min(
          ...[momentum, adam].map(
            (racer) => climbed(racer, 'trainLoss') / firstLoss(racer, 'trainLoss'),
          ),
        ),
      holds: (share) => share > 0.1,
    },
    'SGD is not there': {
      says: 'From {holds} of {starts} starting points, SGD has not reached a value of 0.001 after 2,000 steps',
      measure: ([sgd]) => stepsTo(sgd, arrived, 'trainLoss'),
      holds: (steps) => steps === Infinity,
    },
    'momentum is there after hundreds of steps': {
      says: 'Momentum typically takes {low} to {high} steps',
      measure: ([, momentum]) => stepsTo(momentum, arrived, 'trainLoss'),
      holds: (steps) => steps > 200 && steps <= 2000,
    },
    'BFGS is there after tens of evaluations': {
      says: 'BFGS {low} to {high} evaluations, trial steps included (the middle half)',
      measure: ([, , , bfgs]) => stepsTo(bfgs, arrived, 'trainLoss', 'samplesSeen'),
      holds: (evaluations) => evaluations <= 50,
    },
  },
} satisfies Claims;
