// SPDX-License-Identifier: MIT
import type { LessonClaims } from '../figures.ts';
import { lastAccuracy, type Raced } from '../race.ts';

const spoiled =
  'v=3&dataset=moons&hidden=8,8&activation=relu&initializer=he-normal&steps=60&run=sgd,learningRate=0.3&run=sgd,learningRate=0.3';

/** How far the share of right answers is from that of a constant answer. The classes are equally large. */
const beyondGuessing = (racer: Raced) => Math.abs(lastAccuracy(racer) - 0.5);

export default {
  1: {
    spoiled,
    unmeasured: [
      'A ReLU passes on positive inputs, and outputs zero for negative ones.',
      'The second racer takes far too large steps.',
    ],
    claims: {
      'the same everywhere': {
        says: 'The first steps throw its units so far that they output zero for every point, and the network answers the same everywhere',
        measure: ([, large]) => beyondGuessing(large),
        holds: (share) => share < 1e-9,
      },
    },
  },
  2: {
    spoiled,
    unmeasured: [
      'Perhaps a lower learning rate can repair it: a schedule now lowers the second racer’s rate by 5% at each step.',
    ],
    claims: {
      'dead at any rate': {
        says: 'Where a ReLU outputs zero its slope is zero too, so dead units get no gradient and stay dead at any rate',
        measure: ([, large]) => beyondGuessing(large),
        holds: (share) => share < 1e-9,
      },
    },
  },
} satisfies LessonClaims;
