// SPDX-License-Identifier: MIT
import type { Claim, LessonClaims } from '../figures.ts';
import { type Raced, stepsTo } from '../race.ts';

/** The length of each step of a path. */
const strides = ({ path: { x, y } }: Raced) =>
  [...x.keys()]
    .slice(1)
    .map((step) => Math.hypot(x[step]! - x[step - 1]!, y[step]! - y[step - 1]!));

/** On these surfaces the slope at a point follows from their formulas: x, and `steep` times y. */
const slopeAt = ({ path: { x, y } }: Raced, step: number, steep = 1) =>
  Math.hypot(x[step]!, steep * y[step]!);

/** The length of the first step as a share of the slope. */
const firstRate = (steep?: number, says = ''): Claim => ({
  says,
  measure: ([racer]) => strides(racer)[0]! / slopeAt(racer, 0, steep),
  holds: () => true,
});

export default {
  1: {
    spoiled: 'v=3&surface=quadratic-bowl&steps=20&run=sgd,learningRate=2.1',
    unmeasured: [
      'The height of this bowl is a loss, and each point on it is a choice of two weights.',
    ],
    claims: {
      'a step is the slope times the rate': {
        ...firstRate(
          1,
          'Gradient descent moves against the slope, by the slope times a learning rate that stays at {0.2}',
        ),
        holds: (rate) => Math.abs(rate - 0.2) < 1e-9,
      },
      'the slope gets flatter at each step, and the steps get shorter': {
        says: 'The slope gets flatter towards the bottom, so the steps get shorter although the learning rate stays the same',
        measure: ([racer]) => {
          const all = strides(racer);
          return Math.max(...all.slice(1).map((stride, at) => stride / all[at]!));
        },
        holds: (times) => times < 1,
      },
    },
  },
  2: {
    spoiled: 'v=3&surface=quadratic-bowl&steps=10&run=sgd,learningRate=0.1',
    unmeasured: [
      'Below the surface you see the slope at the racer as a tangent, before and after each step.',
    ],
    claims: {
      'a step subtracts the slope': {
        ...firstRate(1, 'With a learning rate of {exactly}, a step subtracts the slope itself'),
        holds: (rate) => Math.abs(rate - 1) < 1e-9,
      },
      'the slope equals the distance': {
        says: 'In this bowl, the slope equals the distance to the bottom, so subtracting it leads there in {exactly} step',
        measure: ([racer]) => stepsTo(racer, 1e-9, 'trainLoss'),
        holds: (steps) => steps === 1,
      },
    },
  },
  3: {
    spoiled: 'v=3&surface=narrow-valley&condition=4&steps=4&run=sgd,learningRate=0.1',
    claims: {
      'four times the distance': {
        says: [
          'Across this valley, the slope is four times the distance to the floor',
          'The learning rate is still {exactly}',
        ],
        measure: ([racer]) => (racer.path.y[0]! - racer.path.y[1]!) / (4 * racer.path.y[0]!),
        holds: (rate) => Math.abs(rate - 1) < 1e-9,
      },
      'three times as far on the other side': {
        says: 'A step of four times the distance overshoots the floor and lands three times as far away on the other side',
        measure: ([{ path }]) => -path.y.at(-1)! / path.y.at(-2)!,
        holds: (times) => Math.abs(times - 3) < 1e-6,
      },
    },
  },
} satisfies LessonClaims;
