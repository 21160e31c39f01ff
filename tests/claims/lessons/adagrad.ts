// SPDX-License-Identifier: MIT
import type { LessonClaims } from '../figures.ts';
import { changesOfSide, lastLoss } from '../race.ts';
import { stepLengths } from '../steps.ts';

/** A guess without any knowledge has a loss of ln 2 = 0.693. */
const plateau = 0.63;

const network = 'v=3&dataset=xor&samples=100&hidden=8,8,8&steps=500';

export default {
  1: {
    spoiled:
      'v=3&surface=narrow-valley&steps=100&run=adagrad,learningRate=0.5&run=sgd,learningRate=0.019',
    unmeasured: [
      'AdaGrad divides the gradient of each weight by the root of the sum of its squares so far.',
    ],
    claims: {
      'SGD zigzags': {
        says: 'In this valley, which is a hundred times steeper across than along, SGD zigzags',
        measure: ([{ path }]) => changesOfSide(path.y) / (path.y.length - 1),
        holds: (share) => share > 0.9,
      },
      'the first step is equally long both ways': {
        says: 'Dividing makes AdaGrad’s first step equally long in both directions, as if the valley were round',
        measure: ([, { path }]) => Math.abs((path.x[1]! - path.x[0]!) / (path.y[1]! - path.y[0]!)),
        holds: (ratio) => Math.abs(ratio - 1) < 1e-6,
      },
    },
  },
  2: {
    spoiled: [
      `${network}&activation=sigmoid&run=adagrad,learningRate=0.1&run=sgd`,
      `${network}&activation=tanh&run=sgd,learningRate=0.5&run=adagrad`,
    ],
    unmeasured: [
      'Three layers of sigmoids shrink the gradients of this network until they are tiny.',
    ],
    claims: {
      'the loss starts on a plateau': {
        says: 'The loss starts on a flat plateau',
        measure: ([sgd]) => sgd.curve.trainLoss.filter((loss) => loss > plateau).length,
        holds: (records) => records > 100,
      },
      'SGD stays there': {
        says: 'However small gradients are, AdaGrad divides them by their own size, while SGD is still on the plateau after 500 steps',
        measure: ([sgd]) => lastLoss(sgd, 'trainLoss'),
        holds: (loss) => loss > plateau,
      },
    },
  },
  3: {
    spoiled: [
      'v=3&surface=saddle&steps=40&run=sgd,learningRate=0.03',
      'v=3&surface=quadratic-bowl&steps=40&run=adagrad,learningRate=0.1',
    ],
    claims: {
      'the way down gets steeper': {
        says: 'Off this saddle, the way down gets steeper and steeper',
        measure: ([{ path }]) => Math.abs(path.y.at(-1)! / path.y[0]!),
        holds: (times) => times > 1,
      },
      'the steps shrink': {
        says: 'AdaGrad divides by more at each step, and its last step is about {16%} as long as the first',
        measure: ([racer]) => stepLengths(racer).at(-1)! / stepLengths(racer)[0]!,
        holds: (share) => share < 0.3,
      },
    },
    unmeasured: ['The sum of squares can only grow.'],
  },
} satisfies LessonClaims;
