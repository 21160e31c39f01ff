// SPDX-License-Identifier: MIT
import type { LessonClaims, Racers } from '../figures.ts';
import { changesOfSide } from '../race.ts';
import { stepLengths } from '../steps.ts';

const firstOfEach = ([one, other]: Racers) => stepLengths(other)[0]! / stepLengths(one)[0]!;
const bowl = 'v=3&surface=quadratic-bowl';

export default {
  1: {
    spoiled: [
      `${bowl}&steps=300&run=adagrad,learningRate=1&run=rmsprop`,
      `${bowl}&steps=300&run=rmsprop&run=adagrad,learningRate=0.1`,
    ],
    unmeasured: [
      'AdaGrad divides by the sum of all its squared gradients, and RMSProp by an average over about the last ten.',
    ],
    claims: {
      'the first steps are alike': {
        says: 'Their first steps are about equally long',
        measure: firstOfEach,
        holds: (ratio) => ratio > 0.9 && ratio < 1.1,
      },
      'AdaGrad’s steps shrink before it arrives': {
        says: 'AdaGrad’s steps die out on the way, while RMSProp forgets the steep start and keeps going',
        measure: ([adagrad, rmsprop]) => {
          const kept = (lengths: number[]) => lengths[30]! / lengths[0]!;
          return kept(stepLengths(rmsprop)) / kept(stepLengths(adagrad));
        },
        holds: (times) => times > 1.5,
      },
    },
  },
  2: {
    spoiled: `${bowl}&steps=300&run=sgd,learningRate=0.1`,
    unmeasured: ['RMSProp divides each gradient by its recent size.'],
    claims: {
      'it arrives long before the end': {
        says: 'Here it runs on after it has arrived',
        measure: ([{ path }]) => changesOfSide(path.x),
        holds: (turns) => turns > 100,
      },
      'steps as long as the rate': {
        says: 'Tiny gradients divided by their tiny size still give steps as long as the learning rate, so it jumps back and forth across the bottom',
        measure: ([{ path }]) => Math.abs(path.x.at(-1)! - path.x.at(-2)!) / 0.1,
        holds: (rates) => rates > 0.8 && rates < 1.25,
      },
    },
  },
  3: {
    spoiled: `${bowl}&steps=20&run=adadelta&run=rmsprop,learningRate=0.1`,
    unmeasured: [
      'AdaDelta replaces the learning rate by the average length of its recent steps, which starts at zero.',
    ],
    claims: {
      'its first step is tiny': {
        says: 'Its first step is only about {1%} as long as that of RMSProp, and only its own steps can lengthen the next ones',
        measure: firstOfEach,
        holds: (share) => share < 0.05,
      },
    },
  },
} satisfies LessonClaims;
