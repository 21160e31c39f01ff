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
      says: 'The final test loss is typically {low} to {high} times the lowest (the middle half of {starts} data sets)',
      measure: ([, adam]) => lastLoss(adam) / lowestLoss(adam),
      holds: (times) => times > 1.2,
    },
    'a penalty helps': {
      says: 'Typically an L2 penalty divides that loss by {low} to {high}',
      measure: ([, plain], [, penalty]) => lastLoss(plain) / lastLoss(penalty),
      holds: (times) => times > 1.25,
    },
    'more samples help': {
      says: 'training on 400 points divides it by {low} to {high} (the middle half)',
      measure: ([, plain], _, [, many]) => lastLoss(plain) / lastLoss(many),
      holds: (times) => times > 1.25,
    },
  },
} satisfies Claims;
