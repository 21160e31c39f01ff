// SPDX-License-Identifier: MIT
import { figureOf } from '../../../web/src/lessons/measures.ts';
import type { LessonClaims } from '../figures.ts';
import { type Raced, stepsTo, trackOf } from '../race.ts';

/** The rates of every second of the first eight steps, from the first or the second one on. */
const rates = ({ curve: { learningRate } }: Raced, from: 1 | 2) =>
  learningRate
    .slice(0, 9)
    .filter((rate, step) => step >= from && (step - from) % 2 === 0 && Number.isFinite(rate));

export default {
  1: {
    spoiled: [
      'v=3&surface=narrow-valley&condition=10&steps=40&run=sgd,learningRate=0.02&run=sgd,learningRate=0.21&run=sgd,learningRate=0.1',
      'v=3&surface=narrow-valley&condition=10&steps=40&run=line-search,search=exact&run=sgd,learningRate=0.18&run=sgd,learningRate=0.02',
    ],
    unmeasured: [
      'The third one has none: at each step, its line search finds the lowest point in the direction of descent.',
    ],
    claims: {
      'the rates of the first two': {
        says: 'Two racers have a constant learning rate: 0.02 is low here, and 0.18 is close to the limit of {exactly}',
        // Along the steep axis, each step multiplies the distance by 1 - rate x curvature.
        measure: ([, { path }]) => (2 * 0.18) / (1 - path.y[1]! / path.y[0]!),
        holds: (limit) => Math.abs(limit - 0.2) < 1e-9,
      },
      'every second step is longer than a constant rate allows': {
        says: 'Every second step is longer than any constant rate allows, because it leads along the floor of the valley and not across',
        measure: ([, , line]) => Math.max(Math.min(...rates(line, 1)), Math.min(...rates(line, 2))),
        holds: (rate) => rate > 0.2,
      },
    },
  },
  2: {
    spoiled: 'v=3&surface=narrow-valley&condition=4&steps=8&run=sgd,learningRate=0.3',
    unmeasured: [
      'A racer that minimizes along a line stops at the lowest point of that line, and then takes a new direction.',
    ],
    claims: {
      'nothing is left of the slope along the line': {
        says: 'At the lowest point, there is no slope left along the line',
        // The slope at a point is x and four times y, and the step leads there from the point before.
        measure: ([
          {
            path: { x, y },
          },
        ]) => {
          const [across, along] = [x[1]! - x[0]!, y[1]! - y[0]!];
          const slope = (at: 0 | 1) => x[at]! * across + 4 * y[at]! * along;
          return Math.abs(slope(1) / slope(0));
        },
        holds: (share) => share < 1e-9,
      },
      'the path turns by a right angle': {
        says: 'All the slope that remains points straight across it, so the path turns by {90} degrees each time',
        measure: ([line]) => figureOf({ kind: 'bend' }, trackOf(line)),
        holds: (degrees) => Math.abs(degrees - 90) < 0.01,
      },
    },
  },
  3: {
    spoiled:
      'v=3&surface=narrow-valley&condition=10&steps=20&axis=samples&run=line-search,search=exact&run=sgd,learningRate=0.18',
    unmeasured: [
      'Fewer steps only help if a step does not cost more, so the chart now counts evaluations of slopes, values, and curvatures.',
    ],
    claims: {
      'line minimization evaluates three things': {
        says: 'Line minimization evaluates the slope where it is, the curvature along the line, and the point that it chooses',
        measure: ([, { report }]) => Math.round(report.samplesSeen / report.step),
        holds: (evaluations) => evaluations === 3,
      },
      'a constant rate needs one': {
        says: 'A step with a constant rate needs the slope alone',
        measure: ([{ report }]) => report.samplesSeen / report.step,
        holds: (evaluations) => evaluations === 1,
      },
    },
  },
  4: {
    spoiled:
      'v=3&dataset=sine&samples=100&batchSize=full&steps=200&axis=samples&run=line-search&run=sgd,learningRate=0.3&run=sgd,learningRate=0.03',
    unmeasured: ['On a network, the lowest point of a line has no formula.'],
    claims: {
      'it tries several rates': {
        says: 'The third racer tries several rates at each step and keeps one that lowers the loss enough',
        measure: ([sgd, , line]) =>
          line.report.samplesSeen / line.report.step / (sgd.report.samplesSeen / sgd.report.step),
        holds: (times) => times > 1,
      },
      'it needs no rate to be chosen': {
        says: 'Trying costs samples, but it finds a fitting rate in every place, while a constant rate must be chosen in advance',
        measure: ([low, high, line]) =>
          Math.min(...[low, high].map((racer) => stepsTo(racer, 0.2, 'testLoss', 'samplesSeen'))) /
          stepsTo(line, 0.2, 'testLoss', 'samplesSeen'),
        holds: (times) => times > 1,
      },
    },
  },
} satisfies LessonClaims;
