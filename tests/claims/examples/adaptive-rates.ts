// SPDX-License-Identifier: MIT
import type { Claims } from '../figures.ts';
import { lastLoss, stepsTo } from '../race.ts';

/** A guess without any knowledge has a loss of ln 2 = 0.693. */
const plateau = 0.63;
const left = 0.55;

export default {
  each: 'start',
  unmeasured: [
    'AdaGrad, RMSProp, and Adam divide each weight’s gradient by the typical size of its past ones.',
  ],
  claims: {
    'SGD stays on the plateau': {
      says: 'SGD stays on a flat plateau of the loss for the whole race in {holds} of {starts} starts',
      measure: ([sgd]) => lastLoss(sgd),
      holds: (loss) => loss > plateau,
    },
    'the others leave it': {
      says: 'All three leave the plateau in {holds} of {starts} starts: the slowest typically needs {low} to {high} steps (the middle half)',
      measure: ([, ...adaptive]) => Math.max(...adaptive.map((racer) => stepsTo(racer, left))),
      holds: (steps) => steps < 1000,
    },
  },
} satisfies Claims;
