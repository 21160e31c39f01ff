// SPDX-License-Identifier: MIT
import type { Claims } from '../figures.ts';
import { changesOfSide, firstLoss, stepsTo } from '../race.ts';

export default {
  each: 'point',
  claims: {
    'the whole slope is there at once': {
      says: 'a rate of 1 reaches the bottom of the round bowl in {exactly} step',
      measure: ([whole]) => stepsTo(whole, 0, 'trainLoss'),
      holds: (steps) => steps === 1,
    },
    'a tenth creeps': {
      says: 'A rate of 0.1 approaches it slowly',
      measure: ([, tenth]) => stepsTo(tenth, firstLoss(tenth, 'trainLoss') / 100, 'trainLoss'),
      holds: (steps) => steps > 20,
    },
    'almost twice swings': {
      says: '1.9 swings from side to side at every step',
      measure: ([, , twice]) => changesOfSide(twice.path.x),
      holds: (changes) => changes === 40,
    },
    'four times as steep, it goes further out': {
      says: 'a learning rate of 1 moves further away at every step',
      measure: (_, [{ curve }]) =>
        Math.min(...curve.trainLoss.slice(2).map((loss, at) => loss / curve.trainLoss[at + 1]!)),
      holds: (rise) => rise > 1,
    },
    // Along the steep axis each step multiplies the distance by 1 - rate x curvature.
    'the limit of the rate': {
      says: 'the limit is 2 divided by the curvature, here {exactly}',
      measure: (_, [, { path }]) => (2 * 0.1) / (1 - path.y[1]! / path.y[0]!),
      holds: (limit) => Math.abs(limit - 0.5) < 1e-9,
    },
  },
} satisfies Claims;
