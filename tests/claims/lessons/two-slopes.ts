// SPDX-License-Identifier: MIT
import type { LessonClaims } from '../figures.ts';
import { type Raced, stepsTo } from '../race.ts';

/** Each step multiplies the distance along an axis by 1 - rate x curvature. */
const covered = (at: Float64Array) => 1 - at[1]! / at[0]!;
const curvatures = ({ path: { x, y } }: Raced) => covered(y) / covered(x);

export default {
  1: {
    spoiled: 'v=3&surface=narrow-valley&condition=4&steps=400&run=sgd,learningRate=0.4',
    claims: {
      'a hundred times more curved': {
        says: 'This valley is a hundred times more curved across than along',
        measure: ([racer]) => curvatures(racer),
        holds: (times) => Math.abs(times - 100) < 1e-6,
      },
      'the limit of the walls': {
        says: 'The steep walls allow a learning rate of at most {exactly}, and the racer has 0.019',
        measure: ([{ path }]) => (2 * 0.019) / covered(path.y),
        holds: (limit) => Math.abs(limit - 0.02) < 1e-9,
      },
      'less than a fiftieth': {
        says: 'The rate suits the walls, but along the floor the slope is small: each step covers less than a fiftieth of what is left',
        measure: ([{ path }]) => covered(path.x),
        holds: (share) => share < 1 / 50,
      },
    },
  },
  2: {
    spoiled: [
      'v=3&surface=narrow-valley&steps=400&run=sgd,learningRate=0.019&run=sgd,learningRate=0.01&run=sgd,learningRate=0.0205',
      'v=3&surface=narrow-valley&condition=4&steps=400&run=sgd,learningRate=0.3&run=sgd,learningRate=0.4&run=sgd,learningRate=0.45',
    ],
    unmeasured: [
      'Perhaps a lower or a higher learning rate gets along faster: 0.01 or 0.0205 instead of 0.019.',
    ],
    claims: {
      'faster is too fast for the walls': {
        says: 'Faster along the floor means too fast for the walls',
        measure: ([, , { path }]) => Math.abs(path.y.at(-1)! / path.y[0]!),
        holds: (times) => times > 100,
      },
      'none is good for both': {
        says: 'No learning rate is good for both, and that is why there are momentum, adaptive rates, and second-order methods',
        measure: (racers) => Math.min(...racers.map((racer) => stepsTo(racer, 0.001, 'trainLoss'))),
        holds: (steps) => steps > 100,
      },
    },
  },
} satisfies LessonClaims;
