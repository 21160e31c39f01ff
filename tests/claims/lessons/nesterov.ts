// SPDX-License-Identifier: MIT
import type { LessonClaims } from '../figures.ts';
import { lastLoss, stepsTo } from '../race.ts';

const network = 'v=3&dataset=polynomial&samples=100&batchSize=full&hidden=8&steps=200';

export default {
  1: {
    spoiled:
      'v=3&surface=narrow-valley&steps=100&run=nesterov,learningRate=0.01&run=momentum,learningRate=0.01',
    unmeasured: [
      'Nesterov’s momentum takes the slope where momentum is about to lead, and not where it is.',
      'All other settings of the two racers are the same.',
    ],
    claims: {
      'Nesterov is faster': {
        says: 'It notices the other wall before it gets there and brakes, so it needs about {32%} of the steps',
        measure: ([momentum, nesterov]) =>
          stepsTo(nesterov, 0.001, 'trainLoss') / stepsTo(momentum, 0.001, 'trainLoss'),
        holds: (share) => share < 0.5,
      },
    },
  },
  2: {
    spoiled: [
      `${network}&run=sgd,learningRate=0.03&run=nesterov,learningRate=0.03`,
      `${network}&run=momentum,learningRate=0.2&run=nesterov,learningRate=0.2`,
    ],
    unmeasured: ['The same two racers train a network.'],
    claims: {
      'momentum rarely overshoots': {
        says: 'Their learning rate is low enough that momentum rarely overshoots',
        measure: ([{ curve }]) =>
          curve.trainLoss.filter((value, at, all) => at > 0 && value > (all[at - 1] ?? 0)).length,
        holds: (climbs) => climbs < 20,
      },
      'both end alike': {
        says: 'There is little to brake for, and both end at about the same loss',
        measure: ([momentum, nesterov]) =>
          lastLoss(nesterov, 'trainLoss') / lastLoss(momentum, 'trainLoss'),
        holds: (times) => times > 0.8 && times < 1.25,
      },
    },
  },
} satisfies LessonClaims;
