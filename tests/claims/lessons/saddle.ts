// SPDX-License-Identifier: MIT
import type { LessonClaims } from '../figures.ts';
import type { Raced } from '../race.ts';

const end = ({ path: { x, y } }: Raced) => Math.hypot(x.at(-1)!, y.at(-1)!);

export default {
  1: {
    spoiled: 'v=3&surface=saddle&start=1.5,0.01&steps=200&run=sgd,learningRate=0.03',
    unmeasured: [
      'Along x this saddle rises to both sides, and along y it falls to both sides.',
      'The race starts exactly on the line along x.',
    ],
    claims: {
      'into the middle': {
        says: 'On this line, the slope along y is exactly zero, so SGD runs into the middle, where no slope is left',
        measure: ([sgd]) => end(sgd),
        holds: (distance) => distance < 0.01,
      },
    },
  },
  2: {
    spoiled: 'v=3&surface=saddle&start=1.5,0&steps=200&run=sgd,learningRate=0.03',
    unmeasured: ['Now the gradient has a little noise.'],
    claims: {
      'SGD falls': {
        says: 'Noise moves SGD off the line, and from there each step leads further away',
        measure: ([{ path }]) => Math.abs(path.y.at(-1)!) / (Math.abs(path.y.at(-10)!) || 1),
        holds: (times) => times > 1.5,
      },
      'the slightest noise': {
        says: 'so even slight noise is enough to leave a saddle',
        measure: ([sgd]) => end(sgd),
        holds: (distance) => distance > 2,
      },
    },
  },
  3: {
    spoiled:
      'v=3&surface=saddle&start=1.5,0.5&steps=6&run=newton,search=none&run=newton,variant=damped,search=none',
    unmeasured: [
      'Newton’s method steps to where its parabola is flat, but along y this parabola opens downwards.',
      'The second racer, the saddle-free variant, turns such parabolas over.',
    ],
    claims: {
      attracted: {
        says: 'A downward parabola is flat at its top, so plain Newton is attracted by the saddle',
        measure: ([plain]) => end(plain),
        holds: (distance) => distance < 0.001,
      },
      repelled: {
        says: 'the saddle-free variant is repelled',
        measure: ([, { path }]) => Math.abs(path.y.at(-1)! / path.y[0]!),
        holds: (times) => times > 10,
      },
    },
  },
} satisfies LessonClaims;
