// SPDX-License-Identifier: MIT
import type { Claims } from '../figures.ts';
import { lastLoss, type Raced, stepsTo } from '../race.ts';

/** How often the test loss more than doubles from one recorded step to the next. */
const jumps = ({ curve: { testLoss } }: Raced) =>
  testLoss.filter((loss, record) => record > 0 && loss > 2 * testLoss[record - 1]!).length;

export default {
  each: 'start',
  claims: {
    'the pictures bend into the spiral': {
      says: 'as a line falls, its picture bends into the spiral',
      measure: (racers) => Math.min(...racers.map(({ curve }) => Math.max(...curve.testAccuracy))),
      holds: (accuracy) => accuracy > 0.9,
    },
    'SGD needs more steps than Adam': {
      says: 'SGD typically needs {low} to {high} times as many steps as Adam to reach a test loss of 0.2 (the middle half of {starts} starts).',
      measure: ([sgd, , , adam]) => stepsTo(sgd, 0.2) / stepsTo(adam, 0.2),
      holds: (times) => times > 1,
    },
    'RMSProp jumps up more often': {
      says: 'RMSProp’s loss jumps up more often than Adam’s',
      measure: ([, , rmsprop, adam]) => jumps(rmsprop) - jumps(adam),
      holds: (more) => more > 0,
    },
    'RMSProp ends much lower or higher': {
      says: 'ends much lower or much higher, depending on the start',
      measure: ([, , rmsprop, adam]) => lastLoss(rmsprop) / lastLoss(adam),
      holds: (times) => times < 1 / 2 || times > 2,
    },
  },
} satisfies Claims;
