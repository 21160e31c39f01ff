// SPDX-License-Identifier: MIT
import type { LessonClaims } from '../figures.ts';
import { changesOfSide, type Raced, stepsTo } from '../race.ts';

const reached = 1e-5;
const there = (racer: Raced) => stepsTo(racer, reached, 'trainLoss');

/** The share of a coordinate that the first step of gradient descent takes away: rate times curvature. */
const firstShare = (values: Float64Array) => 1 - values[1]! / values[0]!;

export default {
  1: {
    spoiled: 'v=3&surface=narrow-valley&condition=0.5&steps=40&run=sgd,learningRate=0.019',
    unmeasured: ['SGD starts on one of the steep walls.'],
    claims: {
      'a hundred times': {
        says: 'Across this valley, the surface curves {100} times as much as along it',
        measure: ([{ path }]) => firstShare(path.y) / firstShare(path.x),
        holds: (times) => Math.abs(times - 100) < 1e-6,
      },
      'the slope points across': {
        says: 'The slope points across the valley rather than along it',
        measure: ([{ path }]) => Math.abs((path.y[1]! - path.y[0]!) / (path.x[1]! - path.x[0]!)),
        holds: (times) => times > 2,
      },
      'every step changes sides': {
        says: 'every step leads from one wall to the other',
        measure: ([{ path }]) => changesOfSide(path.y),
        holds: (changes) => changes === 40,
      },
    },
  },
  2: {
    spoiled:
      'v=3&surface=narrow-valley&condition=4&steps=40&run=sgd,learningRate=0.019&run=sgd,learningRate=0.021',
    unmeasured: [
      'Longer steps would save time along the flat floor.',
      'The second racer has a learning rate that is a tenth higher.',
    ],
    claims: {
      'the limit of the walls': {
        says: 'The steep walls allow rates up to {0.02}',
        measure: ([{ path }]) => (2 * 0.019) / firstShare(path.y),
        holds: (rate) => Math.abs(rate - 0.02) < 1e-9,
      },
      'each crossing ends higher': {
        says: 'above that each crossing ends higher up the opposite wall',
        measure: ([, { path }]) =>
          Math.min(...path.y.slice(1).map((y, step) => -y / path.y[step]!)),
        holds: (times) => times > 1,
      },
    },
  },
  3: {
    spoiled: [
      'v=3&surface=narrow-valley&steps=400&run=sgd,learningRate=0.019&run=sgd,learningRate=0.01',
      'v=3&surface=narrow-valley&condition=1&steps=400&run=sgd,learningRate=1&run=newton',
    ],
    unmeasured: [
      'Newton’s method divides the slope by the curvature, separately in each direction.',
    ],
    claims: {
      'short where it is steep': {
        says: 'Its steps are short where the valley is steep and long where it is flat',
        measure: ([{ path: sgd }, { path }]) =>
          Math.min(firstShare(sgd.y) / firstShare(path.y), firstShare(path.x) / firstShare(sgd.x)),
        holds: (times) => times > 1.5,
      },
      'one step': {
        says: 'so {exactly} step reaches a value of 0.00001',
        measure: ([, newton]) => there(newton),
        holds: (steps) => steps === 1,
      },
      'SGD needs hundreds': {
        says: 'SGD needs about {290} steps to get there',
        measure: ([sgd]) => there(sgd),
        holds: (steps) => steps > 200,
      },
    },
  },
} satisfies LessonClaims;
