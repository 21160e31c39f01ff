// SPDX-License-Identifier: MIT
import type { LessonClaims } from '../figures.ts';
import { lastLoss, type Raced, stepsTo } from '../race.ts';

const samplesTo = (racer: Raced) => stepsTo(racer, 0.1, 'trainLoss', 'samplesSeen');

const swapped = 'run=sgd&run=l-bfgs&run=adam';

export default {
  1: {
    spoiled:
      'v=3&dataset=circles&samples=100&batchSize=full&hidden=8&samplesSeen=4000&run=l-bfgs&run=adam&run=sgd',
    unmeasured: [
      'There are only 50 training samples, and each racer takes all of them in every step.',
      'The chart counts every sample that was evaluated.',
    ],
    claims: {
      'L-BFGS is soon there': {
        says: 'L-BFGS learns the curvature from exact gradients: it reaches a training loss of 0.1 after about {730} samples',
        measure: ([, , lbfgs]) => samplesTo(lbfgs),
        holds: (samples) => samples < 2000,
      },
      'SGD is not': {
        says: 'where SGD has not got after 4,000',
        measure: ([sgd]) => samplesTo(sgd),
        holds: (samples) => samples > 4000,
      },
    },
  },
  2: {
    spoiled: `v=3&dataset=circles&samples=1000&hidden=8&samplesSeen=4000&${swapped}`,
    unmeasured: [
      'Now there are 500 training samples.',
      'SGD and Adam take ten of them in a step, and L-BFGS takes all.',
    ],
    claims: {
      'more steps': {
        says: 'From the same samples, Adam takes about {57} times as many steps as L-BFGS',
        measure: ([, adam, lbfgs]) => adam.report.step / lbfgs.report.step,
        holds: (times) => times > 30,
      },
      'a lower loss': {
        says: 'and ends at about {33%} of its test loss',
        measure: ([, adam, lbfgs]) => lastLoss(adam) / lastLoss(lbfgs),
        holds: (share) => share < 0.8,
      },
    },
  },
  3: {
    spoiled: `v=3&dataset=circles&samples=1000&hidden=8&steps=25&${swapped}`,
    unmeasured: [
      'The data are the same, but now only steps count, however many samples they take.',
      'Which optimizer is best depends on what counts.',
    ],
    claims: {
      'L-BFGS is ahead': {
        says: 'L-BFGS ends at about {20%} of Adam’s test loss',
        measure: ([, adam, lbfgs]) => lastLoss(lbfgs) / lastLoss(adam),
        holds: (share) => share < 0.6,
      },
      'at a price': {
        says: 'but it has evaluated about {56} times as many samples',
        measure: ([, adam, lbfgs]) => lbfgs.report.samplesSeen / adam.report.samplesSeen,
        holds: (times) => times > 40,
      },
    },
  },
} satisfies LessonClaims;
