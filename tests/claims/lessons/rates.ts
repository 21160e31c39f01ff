// SPDX-License-Identifier: MIT
import type { LessonClaims } from '../figures.ts';
import { type Raced, stepsTo } from '../race.ts';

/** The share of the distance from the bottom that is left after the first step. Negative on the other side. */
const left = ({ path: { x } }: Raced) => x[1]! / x[0]!;

/** Along the steep axis, each step multiplies the distance from the floor by 1 - rate x curvature. */
const curvature = ({ path: { y } }: Raced, rate: number) => (1 - y[1]! / y[0]!) / rate;

const near = (target: number) => (figure: number) => Math.abs(figure - target) < 1e-9;

export default {
  1: {
    spoiled:
      'v=3&surface=quadratic-bowl&steps=20&run=sgd,learningRate=0.2&run=sgd,learningRate=1.95',
    claims: {
      'a tenth and twice the slope': {
        says: 'One racer takes a tenth of the slope at each step, the other almost twice the slope',
        measure: ([tenth, twice]) => (1 - left(twice)) / (1 - left(tenth)),
        holds: near(19),
      },
      'a tenth leaves nine tenths': {
        says: 'A step with a learning rate of 0.1 leaves nine tenths of the distance',
        measure: ([tenth]) => left(tenth),
        holds: near(0.9),
      },
      'twice leaves as much on the other side': {
        says: 'With 1.9, it overshoots the bottom and leaves nine tenths on the other side',
        measure: ([, twice]) => left(twice),
        holds: near(-0.9),
      },
    },
  },
  2: {
    spoiled:
      'v=3&surface=narrow-valley&condition=3&steps=30&run=sgd,learningRate=0.7&run=sgd,learningRate=0.45&run=sgd,learningRate=0.55',
    claims: {
      'the curvature is 4': {
        says: 'Across this valley the curvature is {exactly}, so the slope grows by 4 for each unit of distance from the floor',
        measure: ([low]) => curvature(low, 0.3),
        holds: near(4),
      },
      'the limit is 2 divided by the curvature': {
        says: 'A racer diverges if its learning rate is higher than 2 divided by the curvature, which is {exactly} here',
        measure: ([low]) => 2 / curvature(low, 0.3),
        holds: near(0.5),
      },
      'the last one overshoots by more than it started with': {
        says: 'Then each step overshoots by more than it started with',
        measure: ([low, close, high]) =>
          Math.max(...[low, close].map(({ path: { y } }) => Math.abs(y[1]! / y[0]!))) < 1
            ? -high.path.y[1]! / high.path.y[0]!
            : 0,
        holds: (times) => times > 1,
      },
    },
  },
  3: {
    spoiled:
      'v=3&dataset=sine&samples=100&batchSize=full&steps=300&run=sgd,learningRate=0.2&run=sgd,learningRate=0.1&run=sgd,learningRate=0.001',
    unmeasured: [
      'A network has a curvature for every direction of its weights, and the highest one is unknown.',
      'These racers differ only in their learning rate: 1, 0.1, and 0.001.',
    ],
    claims: {
      'the first overshoots further with every step': {
        says: 'Each step overshoots further than the last one, until the loss is too large for a number',
        measure: ([{ curve, report }]) => {
          if (report.status !== 'diverged') return 0;
          const { trainLoss } = curve;
          const begun = trainLoss.findIndex((loss) => loss > 10);
          const rises = trainLoss.slice(begun + 1).map((loss, at) => loss / trainLoss[begun + at]!);
          return Math.min(...rises.filter(Number.isFinite));
        },
        holds: (rise) => rise > 1,
      },
    },
  },
  4: {
    spoiled:
      'v=3&dataset=sine&samples=100&batchSize=full&steps=500&run=sgd,learningRate=0.1&run=sgd,learningRate=0.01',
    unmeasured: [
      'The second racer has half the learning rate of the first one.',
      'So raise the learning rate until the loss becomes unsteady, and then go back a little.',
    ],
    claims: {
      'half the rate, twice the steps': {
        says: 'As long as steps are short, both follow nearly the same path, and one needs {twice} the steps',
        measure: ([whole, half]) => stepsTo(half, 0.25) / stepsTo(whole, 0.25),
        holds: (times) => times > 1.8 && times < 2.2,
      },
    },
  },
} satisfies LessonClaims;
