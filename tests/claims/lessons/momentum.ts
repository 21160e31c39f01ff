// SPDX-License-Identifier: MIT
import type { LessonClaims } from '../figures.ts';
import { changesOfSide, lastLoss, stepsTo } from '../race.ts';

export default {
  1: {
    spoiled:
      'v=3&surface=narrow-valley&condition=1&steps=200&run=sgd,learningRate=1&run=momentum,learningRate=0.01',
    unmeasured: [
      'In a valley that curves a hundred times as much across as along, momentum adds a part of its last step to each new one.',
    ],
    claims: {
      'SGD changes walls at every step': {
        says: 'SGD bounces from wall to wall',
        measure: ([{ path }]) => changesOfSide(path.y) / (path.y.length - 1),
        holds: (share) => share === 1,
      },
      'momentum is faster': {
        says: 'Momentum’s steps across cancel and those along the floor add up, so SGD takes about {2.6} times as many steps',
        measure: ([sgd, momentum]) =>
          stepsTo(sgd, 0.001, 'trainLoss') / stepsTo(momentum, 0.001, 'trainLoss'),
        holds: (times) => times > 1.5,
      },
    },
  },
  2: {
    spoiled:
      'v=3&surface=quadratic-bowl&steps=120&run=momentum,learningRate=0.01,momentum=0.99&run=momentum,learningRate=0.01',
    unmeasured: [
      'Momentum keeps a part μ of its last step: 0.9 for the first racer, 0.99 for the second.',
    ],
    claims: {
      'it climbs the other side': {
        says: 'With 0.99, momentum shoots past the bottom and climbs to about {73%} of the starting height on the other side',
        measure: ([, { curve }]) => {
          const [start = Number.NaN] = curve.trainLoss;
          const lowest = curve.trainLoss.findIndex((value, at, all) => value < (all[at + 1] ?? 0));
          return Math.max(...curve.trainLoss.slice(lowest)) / start;
        },
        holds: (share) => share > 0.5,
      },
    },
  },
  3: {
    spoiled:
      'v=3&dataset=polynomial&samples=100&batchSize=full&hidden=8&steps=200&run=sgd,learningRate=0.03&run=momentum,learningRate=0.003',
    unmeasured: ['Here a network fits a curve.', 'Both racers have a learning rate of 0.03.'],
    claims: {
      'SGD ends higher': {
        says: 'Steps in the same direction add up to much longer ones, so SGD’s final training loss is typically {2.9} times that of momentum',
        measure: ([sgd, momentum]) => lastLoss(sgd, 'trainLoss') / lastLoss(momentum, 'trainLoss'),
        holds: (times) => times > 2,
      },
    },
  },
} satisfies LessonClaims;
