// SPDX-License-Identifier: MIT
import type { LessonClaims } from '../figures.ts';
import { lastLoss, stepsTo } from '../race.ts';

/** Below this value a point is in the lowest dip: the next ones are at 1. */
const lowest = 0.5;

export default {
  1: {
    spoiled: 'v=3&surface=rastrigin&steps=100&run=genetic-algorithm,mutation=1',
    unmeasured: [
      'A grid of dips covers this bowl, and the lowest dip is in the middle.',
      'SGD follows the slope down.',
    ],
    claims: {
      'SGD stays': {
        says: 'Every dip looks like a minimum from inside, so SGD stays in one near its start',
        measure: ([
          {
            path: { x, y },
          },
        ]) => Math.max(Math.abs(x.at(-1)! - x[0]!), Math.abs(y.at(-1)! - y[0]!)),
        // The dips are 1 apart.
        holds: (distance) => distance < 0.75,
      },
    },
  },
  2: {
    spoiled:
      'v=3&surface=rastrigin&steps=300&run=genetic-algorithm,mutation=1&run=sgd,learningRate=0.003',
    unmeasured: [
      'Simulated annealing tries random moves.',
      'It accepts uphill ones too, with a chance that shrinks as it cools.',
    ],
    claims: {
      'annealing ends low': {
        says: 'While it is hot it climbs out of dips, and it ends at a value of about {1.4}',
        measure: ([, annealing]) => lastLoss(annealing, 'trainLoss'),
        holds: (value) => value < 4,
      },
      'SGD ends high': {
        says: 'where SGD ends at about {20}',
        measure: ([sgd]) => lastLoss(sgd, 'trainLoss'),
        holds: (value) => value > 6,
      },
    },
  },
  3: {
    spoiled:
      'v=3&surface=rastrigin&steps=100&run=sgd,learningRate=0.003&run=genetic-algorithm,mutation=0.01',
    unmeasured: [
      'A genetic algorithm keeps 50 points.',
      'In each step it mixes the better ones, changes them at random, and needs no slope.',
    ],
    claims: {
      'the lowest dip': {
        says: 'Among 50 points some soon lie in the lowest dip, and their offspring take over: it is there after about {16} steps of 50 evaluations',
        measure: ([, genetic]) => stepsTo(genetic, lowest, 'trainLoss'),
        holds: (steps) => steps < 100,
      },
    },
  },
} satisfies LessonClaims;
