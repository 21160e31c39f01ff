// SPDX-License-Identifier: MIT
import type { LessonClaims } from '../figures.ts';
import { firstLoss, lastAccuracy, lastLoss } from '../race.ts';

const deep = (activation: string, rate: number) =>
  `v=3&dataset=moons&hidden=6,6,6,6,6,6,6,6,6,6,6,6&activation=${activation}&steps=100&run=sgd,learningRate=${rate}`;
const shallow = 'v=3&dataset=moons&hidden=6&activation=sigmoid&steps=100&run=sgd,learningRate=1';

export default {
  1: {
    spoiled: deep('sigmoid', 1),
    unmeasured: ['One hidden layer of six sigmoids learns to separate the two moons.'],
    claims: {
      'one layer is enough': {
        says: 'One layer of sigmoids is enough for about {89%} of the test points, so sigmoids alone do no harm',
        measure: ([sgd]) => lastAccuracy(sgd),
        holds: (share) => share > 0.8,
      },
    },
  },
  2: {
    spoiled: shallow,
    unmeasured: [
      'The same data, but twelve layers of six sigmoids.',
      'More layers can describe more complicated boundaries.',
    ],
    claims: {
      'nothing is learned': {
        says: 'Each layer multiplies the gradient by a sigmoid’s slope, which is at most a quarter, so almost nothing of it reaches the first layers',
        measure: ([sgd]) => lastLoss(sgd) / firstLoss(sgd),
        holds: (share) => share > 0.8,
      },
    },
  },
  3: {
    spoiled: deep('sigmoid', 0.1),
    unmeasured: [
      'Only the activation changes now: tanh has a slope of up to 1 where a sigmoid has a quarter.',
    ],
    claims: {
      'tanh learns': {
        says: 'The gradient reaches the first layers, and the twelve layers get about {88%} of the test points right',
        measure: ([sgd]) => lastAccuracy(sgd),
        holds: (share) => share > 0.8,
      },
    },
  },
} satisfies LessonClaims;
