// SPDX-License-Identifier: MIT
import type { LessonClaims } from '../figures.ts';
import { lastLoss, lossAt } from '../race.ts';

export default {
  1: {
    spoiled:
      'v=3&surface=narrow-valley&steps=60&run=sgd,learningRate=0.021&run=momentum,learningRate=0.04',
    unmeasured: [
      'In this valley, SGD diverges at any learning rate above 0.02.',
      'Both racers use 0.021.',
    ],
    claims: {
      'momentum gets down': {
        says: 'Across the valley, steps to and fro cancel in the sum that momentum keeps',
        measure: ([, momentum]) =>
          lastLoss(momentum, 'trainLoss') / lossAt(momentum, 0, 'trainLoss'),
        holds: (share) => share < 0.1,
      },
    },
  },
  2: {
    spoiled: [
      'v=3&dataset=sine&samples=100&hidden=100,100&initializer=lecun-normal&steps=60&run=sgd,learningRate=0.04&run=sgd,learningRate=0.04,clipNorm=1',
      'v=3&dataset=sine&samples=100&hidden=100,100&initializer=uniform&steps=60&run=sgd,learningRate=0.04&run=sgd,learningRate=0.04',
    ],
    unmeasured: [
      'From large initial weights, the loss is steep.',
      'The second racer cuts each gradient to a length of at most 1, which is called clipping.',
    ],
    claims: {
      'without clipping': {
        says: 'Without clipping, each overshoot makes the next gradient longer',
        measure: ([sgd]) => lastLoss(sgd),
        holds: (loss) => loss > 1e6,
      },
      'with clipping': {
        says: 'clipping keeps the direction of the step but limits its length',
        measure: ([, clipped]) => lastLoss(clipped),
        holds: (loss) => loss < 0.5,
      },
    },
  },
} satisfies LessonClaims;
