// SPDX-License-Identifier: MIT
import type { LessonClaims } from '../figures.ts';
import { type Raced, stepsTo } from '../race.ts';

const end = ({ path: { x, y } }: Raced) => [x.at(-1)!, y.at(-1)!] as const;
const fromMiddle = (racer: Raced) => Math.hypot(...end(racer));
/** Below this value a point is in the middle dip: the outer ones are higher. */
const middle = 0.25;

export default {
  1: {
    spoiled: 'v=3&surface=three-hump-camel&start=-0.5,0.2&steps=200&run=sgd,learningRate=0.03',
    unmeasured: [
      'This surface has three dips, and the one in the middle is the deepest.',
      'The race starts above an outer one.',
    ],
    claims: {
      'SGD stops there': {
        says: 'In every dip the slope is zero at the bottom, so SGD stops there, whether or not a deeper dip is near',
        measure: ([sgd]) => Math.hypot(end(sgd)[0] + 1.7475, end(sgd)[1] - 0.8738),
        holds: (distance) => distance < 0.01,
      },
    },
  },
  2: {
    spoiled: 'v=3&surface=three-hump-camel&start=-2.2,1.2&steps=400&run=sgd,learningRate=0.03',
    unmeasured: ['The gradient is noisy now, as it is with small batches.'],
    claims: {
      'over the rim': {
        says: 'Noise pushes it over the rim of the shallow dip',
        measure: ([sgd]) => stepsTo(sgd, middle, 'trainLoss'),
        holds: (steps) => steps < 400,
      },
      'it stays in the deeper dip': {
        says: 'from the deeper one it hardly ever comes back',
        measure: ([sgd]) => fromMiddle(sgd),
        holds: (distance) => distance < 1.2,
      },
    },
  },
  3: {
    spoiled:
      'v=3&surface=three-hump-camel&start=-2.2,1.2&steps=100&run=sgd,learningRate=0.03&run=sgd,learningRate=0.01',
    unmeasured: [
      'There is no noise, but the second racer has momentum: it keeps part of its speed.',
    ],
    claims: {
      'momentum rolls through': {
        says: 'Its speed carries it through the outer dip and over the rim, and it settles in the middle',
        measure: ([, momentum]) => fromMiddle(momentum),
        holds: (distance) => distance < 0.1,
      },
    },
  },
} satisfies LessonClaims;
