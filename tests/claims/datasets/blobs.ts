// SPDX-License-Identifier: MIT
import type { Claims } from '../figures.ts';
import { lastAccuracy, lastLoss, type Raced, typical } from '../race.ts';

/** The final training loss, as a share of that when every training point was first classified correctly. */
function further({ curve, ...rest }: Raced): number {
  const correct = curve.trainAccuracy.indexOf(1);
  const then = curve.trainLoss[correct] ?? 0;
  return lastLoss({ curve, ...rest }, 'trainLoss') / then;
}

export default {
  each: 'start and data',
  again: 1,
  races: ['v=3&dataset=blobs', 'v=3&dataset=blobs&hidden=', 'v=3&dataset=blobs&noise=1'],
  unmeasured: [
    'Check first that an optimizer works at all.',
    'Then raise the noise and compare the training loss with the test loss.',
    'Compare how soon a loss is reached, or raise the noise.',
  ],
  claims: {
    'a network without hidden layers succeeds': {
      says: 'even a network without hidden layers succeeds',
      measure: (_, linear) => typical(linear, lastAccuracy),
      holds: (accuracy) => accuracy > 0.99,
    },
    'wide clouds overlap': {
      says: 'More noise makes the clouds wider until they overlap',
      measure: (_, __, noisy) => Math.max(...noisy.map(lastAccuracy)),
      holds: (accuracy) => accuracy < 0.9,
    },
    'the loss keeps falling': {
      says: 'Once every point is classified correctly, the loss keeps falling',
      measure: (race) => typical(race, further),
      holds: (share) => share < 0.2,
    },
  },
} satisfies Claims;
