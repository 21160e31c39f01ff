// SPDX-License-Identifier: MIT
import type { LessonClaims } from '../figures.ts';
import { firstLoss, lastLoss, type Raced } from '../race.ts';

const network = 'v=3&dataset=polynomial&samples=100&batchSize=full&hidden=8';

const peak = ({ curve }: Raced) => Math.max(...curve.trainLoss) / curve.trainLoss[0]!;

/** The share of the steps in which the training loss rises. */
const climbing = ({ curve: { trainLoss } }: Raced) =>
  trainLoss.filter((loss, at) => at > 0 && loss > trainLoss[at - 1]!).length /
  (trainLoss.length - 1);

export default {
  1: {
    spoiled: `${network}&steps=20&run=adam,learningRate=1&run=rmsprop,learningRate=0.0001,alpha=0.999`,
    unmeasured: [
      'Adam and RMSProp average squared gradients over about a thousand steps, starting from zero, and only Adam corrects for that start.',
      'RMSProp divides by an average that is still close to zero.',
    ],
    claims: {
      'the loss shoots up': {
        says: 'Its first step is much too long, and the loss shoots up to about {890} times its start',
        measure: ([, rmsprop]) => peak(rmsprop),
        holds: (times) => times > 5,
      },
    },
  },
  2: {
    spoiled: [
      `${network}&steps=100&run=sgd,learningRate=0.1&run=sgd,learningRate=3`,
      `${network}&steps=100&run=momentum,learningRate=0.1&run=adam`,
    ],
    unmeasured: ['SGD’s steps grow with the gradient, without limit.'],
    claims: {
      'too high for both': {
        says: 'A learning rate of 3 is far too high for both racers',
        measure: (racers) => Math.min(...racers.map((racer) => lastLoss(racer, 'trainLoss'))),
        holds: (loss) => loss > 0.1,
      },
      'Adam recovers': {
        says: 'Adam divides by the gradient’s size, and ends below the loss at which it started',
        measure: ([, adam]) => lastLoss(adam, 'trainLoss') / firstLoss(adam, 'trainLoss'),
        holds: (share) => share < 1,
      },
    },
  },
  3: {
    spoiled: `${network}&steps=150&run=adam&run=adam,learningRate=0.001&run=adam,learningRate=0.003`,
    unmeasured: [
      'Adam still needs a learning rate that fits: the three racers have 0.001, 0.03, and 3.',
    ],
    claims: {
      'too short': {
        says: 'At 0.001 the steps are too short to get anywhere',
        measure: ([slow]) => lastLoss(slow, 'trainLoss') / firstLoss(slow, 'trainLoss'),
        holds: (share) => share > 0.3,
      },
      'too long': {
        says: 'At 3 they are so long that the loss goes up in about {41%} of them',
        measure: ([, , fast]) => climbing(fast),
        holds: (share) => share > 0.15,
      },
    },
  },
} satisfies LessonClaims;
