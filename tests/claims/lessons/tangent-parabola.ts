// SPDX-License-Identifier: MIT
import type { LessonClaims } from '../figures.ts';
import { type Raced, stepsTo } from '../race.ts';

const there = (racer: Raced) => stepsTo(racer, 0.001, 'trainLoss');

/** The share of a coordinate that the first step takes away. */
const covered = (values: Float64Array) => 1 - values[1]! / values[0]!;

const climbs = ({ curve }: Raced) =>
  curve.trainLoss.filter((value, step, all) => step > 0 && value > all[step - 1]!).length;

export default {
  1: {
    spoiled:
      'v=3&surface=narrow-valley&condition=10&steps=60&run=sgd,learningRate=0.019&run=sgd,learningRate=0.019',
    claims: {
      'Newton steps to the bottom': {
        says: 'Newton’s method steps to the bottom of the parabola in the slice, and SGD along the tangent with a learning rate of 0.25.',
        measure: ([, newton]) => there(newton),
        holds: (steps) => steps === 1,
      },
      'a curvature of 4': {
        says: 'Across, the curvature is {4}',
        measure: ([{ path }]) => covered(path.y) / 0.25,
        holds: (curvature) => Math.abs(curvature - 4) < 1e-9,
      },
      'at the bottom across': {
        says: 'so SGD’s step ends at the bottom of the parabola too',
        measure: ([{ path }]) => Math.abs(path.y[1]! / path.y[0]!),
        holds: (share) => share < 1e-9,
      },
      'a quarter along': {
        says: 'Along the floor it covers only a quarter of the way',
        measure: ([{ path }]) => covered(path.x),
        holds: (share) => Math.abs(share - 0.25) < 1e-9,
      },
    },
  },
  2: {
    spoiled: 'v=3&surface=rosenbrock&steps=500&run=newton,search=none&run=sgd,learningRate=0.001',
    unmeasured: ['In this bent valley, the parabola fits only near the point where it is drawn.'],
    claims: {
      'some steps lead uphill': {
        says: 'Newton’s method takes its whole step anyway, even if it leads uphill',
        measure: ([, newton]) => climbs(newton),
        holds: (steps) => steps > 0,
      },
      'after a few': {
        says: 'Every step ends on a new parabola, and after about {4} of them the value is below 0.001',
        measure: ([, newton]) => there(newton),
        holds: (steps) => steps < 8,
      },
      'SGD has not': {
        says: 'where SGD has not got after 500',
        measure: ([sgd]) => there(sgd),
        holds: (steps) => steps > 500,
      },
    },
  },
  3: {
    spoiled: 'v=3&surface=rosenbrock&steps=40&run=newton&run=newton,search=none',
    unmeasured: [
      'The second racer shortens each step until the value falls, which keeps it where the parabola fits.',
      'The first one takes whole steps, as before.',
    ],
    claims: {
      'none leads uphill': {
        says: 'Now no step leads uphill',
        measure: ([, searched]) => climbs(searched),
        holds: (steps) => steps === 0,
      },
      'more steps': {
        says: 'but it takes about {17} steps',
        measure: ([, searched]) => there(searched),
        holds: (steps) => steps > 5,
      },
      'fewer without': {
        says: 'instead of {4}',
        measure: ([whole]) => there(whole),
        holds: (steps) => steps < 8,
      },
    },
  },
} satisfies LessonClaims;
