// SPDX-License-Identifier: MIT
import type { LessonClaims } from '../figures.ts';
import { firstLoss, lastLoss } from '../race.ts';

const from = (initializer: string) =>
  `v=3&dataset=sine&samples=100&hidden=100,100&initializer=${initializer}&steps=50&run=sgd,learningRate=0.04`;

export default {
  1: {
    spoiled: from('uniform'),
    unmeasured: ['Here the initial weights are random, and smaller where a unit has more inputs.'],
    claims: {
      'SGD learns': {
        says: 'From such weights, SGD learns: after 50 steps its loss is at about {0.33} times that of the start',
        measure: ([sgd]) => lastLoss(sgd) / firstLoss(sgd),
        holds: (share) => share < 0.6,
      },
    },
  },
  2: {
    spoiled: from('lecun-normal'),
    unmeasured: [
      'The learning rate is the same, but all weights are drawn between −0.5 and 0.5, however many inputs a unit has.',
    ],
    claims: {
      'SGD overshoots further and further': {
        says: 'Each unit adds up 100 terms, which makes the loss so steep that SGD overshoots further and further',
        measure: ([sgd]) => lastLoss(sgd),
        holds: (loss) => loss > 1e6,
      },
    },
  },
  3: {
    spoiled: from('lecun-normal'),
    unmeasured: ['Now all weights start at zero.'],
    claims: {
      'nothing is learned': {
        says: [
          'All units of a layer start equal and get equal gradients, so they never learn different things.',
          'Only a flat line comes out',
        ],
        measure: ([sgd]) => lastLoss(sgd) / firstLoss(sgd),
        holds: (share) => share > 0.95,
      },
    },
  },
} satisfies LessonClaims;
