// SPDX-License-Identifier: MIT
import type { LessonClaims } from '../figures.ts';
import { firstLoss, lastLoss, stepsTo } from '../race.ts';

const race = 'v=3&dataset=polynomial&samples=100&batchSize=full&hidden=8&steps=150';

export default {
  1: {
    spoiled: `${race}&run=sgd,learningRate=0.1&run=sgd,learningRate=0.2&run=sgd,learningRate=0.3`,
    unmeasured: ['The learning rates of these three racers are 0.01, 0.1 and 1.'],
    claims: {
      'a tenth is slow': {
        says: 'With a tenth of the middle rate, the loss is still about {54%} of what it was at the start',
        measure: ([low]) => lastLoss(low, 'trainLoss') / firstLoss(low, 'trainLoss'),
        holds: (share) => share > 0.25,
      },
      'ten times diverges': {
        says: 'With ten times that rate, SGD diverges',
        measure: ([, , high]) => lastLoss(high, 'trainLoss'),
        holds: (loss) => loss === Number.POSITIVE_INFINITY,
      },
    },
  },
  2: {
    spoiled: `${race}&run=adam,learningRate=0.001&run=adam,learningRate=0.1&run=adam,learningRate=10`,
    unmeasured: [
      'Here is Adam at the same three rates.',
      'Its steps hardly depend on the size of the gradients.',
    ],
    claims: {
      'all get there': {
        says: 'All three rates reach that loss, although the highest is a hundred times the lowest',
        measure: ([low, middle, high]) =>
          Math.max(...[low, middle, high].map((racer) => stepsTo(racer, 0.15, 'trainLoss'))),
        holds: (steps) => steps <= 150,
      },
    },
  },
  3: {
    spoiled: `${race}&run=adam,learningRate=0.03&run=adam,learningRate=0.003,beta2=0.99&run=adam,learningRate=0.025`,
    unmeasured: [
      'The second racer forgets squared gradients ten times as fast (beta 2), and the third has a tenth of the learning rate.',
    ],
    claims: {
      'forgetting changes little': {
        says: 'Faster forgetting leaves the final loss at about {88%}',
        measure: ([usual, fast]) => lastLoss(fast, 'trainLoss') / lastLoss(usual, 'trainLoss'),
        holds: (share) => share > 0.5 && share < 1.5,
      },
      'the rate changes much': {
        says: 'A tenth of the rate multiplies it by about {6.2}, so the rate is what to tune first',
        measure: ([usual, , low]) => lastLoss(low, 'trainLoss') / lastLoss(usual, 'trainLoss'),
        holds: (times) => times > 3,
      },
    },
  },
} satisfies LessonClaims;
