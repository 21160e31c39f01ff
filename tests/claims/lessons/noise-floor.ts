// SPDX-License-Identifier: MIT
import type { LessonClaims, Racers } from '../figures.ts';
import { lateMean } from '../race.ts';

/** The mean loss of the first racer in the second half, as a multiple of that of the second. */
const floors = ([one, other]: Racers) => lateMean(one) / lateMean(other);

/** The highest loss in the second half as a multiple of the lowest. */
const flicker = ([{ curve }]: Racers) => {
  const late = curve.trainLoss.slice(curve.trainLoss.length / 2);
  return Math.max(...late) / Math.min(...late);
};

const plane = 'v=3&dataset=plane&samples=100&noise=0.3&hidden=&steps=300';

export default {
  1: {
    spoiled: `${plane}&batchSize=full&run=sgd,learningRate=0.2&run=sgd,learningRate=0.002`,
    unmeasured: [
      'Both racers learn from one sample at a time, the first with a learning rate of 0.2 and the second with 0.02.',
      'Each sample pulls the weights its own way, by the learning rate.',
    ],
    claims: {
      'it flickers': {
        says: 'With 0.2 the loss soon stops falling and flickers',
        measure: flicker,
        holds: (times) => times > 3,
      },
      'a lower rate has a lower floor': {
        says: 'at about {7.8} times that of 0.02',
        measure: floors,
        holds: (times) => times > 3,
      },
    },
  },
  2: {
    spoiled: `${plane}&run=sgd,learningRate=0.2,batchSize=10&run=sgd,learningRate=0.2,batchSize=1`,
    unmeasured: [
      'Now both have the learning rate of 0.2 that was too noisy.',
      'The second averages ten samples in every step.',
    ],
    claims: {
      'a larger batch has a lower floor': {
        says: 'In an average of ten, most of the noise cancels: the single samples flicker at about {7.5} times its loss',
        measure: floors,
        holds: (times) => times > 3,
      },
    },
  },
  3: {
    spoiled: `${plane}&batchSize=1&run=sgd,learningRate=0.2,schedule=inverse-time&run=sgd,learningRate=0.2`,
    unmeasured: [
      'Both racers start with a learning rate of 0.2 and single samples.',
      'The second one’s schedule lowers the rate from step to step.',
    ],
    claims: {
      'the floor falls': {
        says: 'As the rate falls, so does the noise floor: the constant rate flickers at about {6} times the loss',
        measure: floors,
        holds: (times) => times > 3,
      },
    },
  },
} satisfies LessonClaims;
