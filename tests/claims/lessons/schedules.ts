// SPDX-License-Identifier: MIT
import type { LessonClaims } from '../figures.ts';
import { lateMean, lossAt, stepsTo } from '../race.ts';

/** The mean length of the steps of a path. */
const meanStride = (x: Float64Array, y: Float64Array) =>
  x.slice(1).reduce((sum, to, at) => sum + Math.hypot(to - x[at]!, y[at + 1]! - y[at]!), 0) /
  (x.length - 1);

export default {
  1: {
    spoiled: [
      'v=3&surface=quadratic-bowl&steps=200&run=sgd,learningRate=0.5',
      'v=3&surface=quadratic-bowl&gradientNoise=1&steps=200&run=sgd,learningRate=0.001',
    ],
    unmeasured: ['Here the slope is measured with noise, as it is with mini-batches.'],
    claims: {
      'it is there within a few steps': {
        says: 'With a learning rate of 0.5, the racer is at the bottom within a few steps',
        measure: ([racer]) => stepsTo(racer, 0.5, 'trainLoss'),
        holds: (steps) => steps <= 10,
      },
      'it never stands still': {
        says: 'Each step multiplies the noise by the learning rate, so the racer never stands still, however long it runs',
        measure: ([{ path }]) => meanStride(path.x.slice(100), path.y.slice(100)),
        holds: (length) => length > 0.1,
      },
    },
  },
  2: {
    spoiled:
      'v=3&surface=quadratic-bowl&gradientNoise=1&steps=200&run=sgd,learningRate=0.05&run=sgd,learningRate=0.5',
    unmeasured: ['A second racer has a tenth of that learning rate.'],
    claims: {
      'the lower rate is quieter': {
        says: 'A lower rate passes on less of the noise',
        measure: ([high, low]) => lateMean(high) / lateMean(low),
        holds: (times) => times > 3,
      },
      'and takes longer': {
        says: 'takes longer to arrive',
        measure: ([high, low]) => stepsTo(low, 0.5, 'trainLoss') / stepsTo(high, 0.5, 'trainLoss'),
        holds: (times) => times > 3,
      },
      'only one or the other': {
        says: 'Of a constant rate, you can only have one or the other',
        measure: ([high, low]) =>
          Number(lateMean(high) > lateMean(low)) -
          Number(stepsTo(high, 0.5, 'trainLoss') > stepsTo(low, 0.5, 'trainLoss')),
        holds: (one) => one === 1,
      },
    },
  },
  3: {
    spoiled:
      'v=3&surface=quadratic-bowl&gradientNoise=1&steps=200&run=sgd,learningRate=0.5&run=sgd,learningRate=0.05&run=sgd,learningRate=0.05,schedule=inverse-time,schedule.decay=0.1',
    claims: {
      'the schedule divides the rate': {
        says: 'The third racer starts with a learning rate of 0.5, and its schedule divides the rate by 1, 1.1, 1.2, and so on',
        measure: ([, , { curve }]) => (1 * 0.5) / curve.learningRate[3]!,
        holds: (divisor) => Math.abs(divisor - 1.2) < 1e-9,
      },
      'as fast as the high rate': {
        says: 'It goes down with long steps while the slope is larger than the noise',
        measure: ([, low, falling]) =>
          stepsTo(low, 0.5, 'trainLoss') / stepsTo(falling, 0.5, 'trainLoss'),
        holds: (times) => times > 3,
      },
      'as quiet as the low rate': {
        says: 'averages out the noise with short ones at the end',
        measure: ([, low, falling]) => lateMean(low) / lateMean(falling),
        holds: (times) => times > 1,
      },
    },
  },
  4: {
    spoiled: [
      'v=3&dataset=plane&samples=200&noise=0.3&batchSize=1&hidden=&steps=600&run=sgd,learningRate=0.002&run=sgd,learningRate=0.002',
      'v=3&dataset=plane&samples=200&noise=0.3&batchSize=1&hidden=&steps=600&run=sgd,learningRate=0.002&run=sgd,learningRate=0.01',
    ],
    claims: {
      'both start with the same rate': {
        says: 'Both racers learn from one sample at a time, and after 300 steps the second one divides its learning rate by ten',
        measure: ([constant, falling]) =>
          Math.abs(lossAt(constant, 300, 'trainLoss') - lossAt(falling, 300, 'trainLoss')),
        holds: (difference) => difference === 0,
      },
      'the loss was close to the lowest one': {
        says: 'The high rate had brought the loss close to the lowest one already',
        measure: ([{ curve }, falling]) =>
          Math.min(...curve.trainLoss.filter((_, at) => curve.step[at]! <= 300)) /
          lateMean(falling),
        holds: (times) => times < 1.1,
      },
      'the noise goes within a few steps': {
        says: 'What remained above it was noise, and that goes within a few steps',
        measure: ([constant, falling]) => {
          const { step, trainLoss } = falling.curve;
          const soon = trainLoss.filter((_, at) => step[at]! > 320 && step[at]! <= 350);
          return soon.reduce((sum, loss) => sum + loss, 0) / soon.length / lateMean(constant);
        },
        holds: (share) => share < 0.9,
      },
    },
  },
} satisfies LessonClaims;
