// SPDX-License-Identifier: MIT
import type { Claims } from '../figures.ts';
import { lastLoss, lossAt, lowestLoss } from '../race.ts';

export default {
  each: 'start and data',
  claims: {
    'the training loss keeps falling': {
      says: 'Adam’s training loss keeps falling',
      measure: ([, { curve, ...rest }]) => {
        const turn = curve.step[curve.testLoss.indexOf(lowestLoss({ curve, ...rest }))] ?? 0;
        return (
          lastLoss({ curve, ...rest }, 'trainLoss') / lossAt({ curve, ...rest }, turn, 'trainLoss')
        );
      },
      holds: (share) => share < 0.5,
    },
    'the test loss climbs': {
      says: 'For half of {starts} data sets, the final test loss is {low} to {high} times the lowest',
      measure: ([, adam]) => lastLoss(adam) / lowestLoss(adam),
      holds: (times) => times > 1.2,
    },
    'a penalty helps': {
      says: 'An L2 penalty on large weights divides it by {low} to {high}',
      measure: ([, plain], [, penalty]) => lastLoss(plain) / lastLoss(penalty),
      holds: (times) => times > 1.25,
    },
    'more samples help': {
      says: 'ten times the points by {low} to {high}',
      measure: ([, plain], _, [, many]) => lastLoss(plain) / lastLoss(many),
      holds: (times) => times > 1.25,
    },
  },
} satisfies Claims;
