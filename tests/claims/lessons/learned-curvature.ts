// SPDX-License-Identifier: MIT
import type { LessonClaims } from '../figures.ts';
import { type Raced, stepsTo } from '../race.ts';

const reached = 1e-3;
const there = (racer: Raced, axis: 'step' | 'samplesSeen' = 'step') =>
  stepsTo(racer, reached, 'trainLoss', axis);

export default {
  1: {
    spoiled: 'v=3&surface=rosenbrock&steps=200&run=bfgs&run=sgd,learningRate=0.001',
    unmeasured: [
      'The floor of this valley is bent and nearly flat.',
      'BFGS sees only slopes, as SGD does, but estimates the curvature from how they change.',
    ],
    claims: {
      'BFGS is there': {
        says: 'With this estimate, BFGS reaches a value of 0.001 after about {26} steps',
        measure: ([, bfgs]) => there(bfgs),
        holds: (steps) => steps < 50,
      },
      'SGD is not': {
        says: 'where SGD has not got there after 200',
        measure: ([sgd]) => there(sgd),
        holds: (steps) => steps > 200,
      },
    },
  },
  2: {
    spoiled: 'v=3&surface=rosenbrock&steps=60&run=bfgs&run=newton',
    unmeasured: [
      'Newton’s method computes the curvature instead of estimating it.',
      'Every value, slope or curvature that a racer asks for counts as an evaluation.',
    ],
    claims: {
      'fewer steps': {
        says: 'Newton’s method needs fewer steps',
        measure: ([newton, bfgs]) => there(newton) / there(bfgs),
        holds: (times) => times < 1,
      },
      'more evaluations': {
        says: 'each of them costs more evaluations, and ever more of them the more weights there are',
        measure: ([newton, bfgs]) => there(newton, 'samplesSeen') / there(bfgs, 'samplesSeen'),
        holds: (times) => times > 1.5,
      },
    },
  },
  3: {
    spoiled:
      'v=3&dataset=moons&samples=200&batchSize=full&hidden=8,8&steps=40&run=bfgs&run=sgd,learningRate=0.1',
    unmeasured: [
      'This network has 105 weights, and BFGS stores 105² = 11,025 numbers about their curvature.',
      'L-BFGS keeps only its last ten steps, which takes 2,100 numbers.',
    ],
    claims: {
      'about as many steps': {
        says: 'L-BFGS needs about as many steps with a memory that grows with n instead of n², so it also suits large networks',
        measure: ([bfgs, limited]) =>
          stepsTo(limited, 0.1, 'trainLoss') / stepsTo(bfgs, 0.1, 'trainLoss'),
        holds: (times) => times > 0.6 && times < 1.6,
      },
    },
  },
} satisfies LessonClaims;
