// SPDX-License-Identifier: MIT
import type { Claims } from '../figures.ts';
import { lastLoss, lowestLoss } from '../race.ts';

const noisy = 'v=3&dataset=polynomial&noise=0.4&hidden=32,32&steps=5000&run=adam';

export default {
  each: 'start and data',
  again: 1,
  races: [`${noisy}&samples=30`, `${noisy}&samples=1000`],
  unmeasured: [
    'This is overfitting, and here you can watch it.',
    'Choose 30 samples, a noise of 0.4 and two layers of 32 units.',
  ],
  claims: {
    'it fits the noise': {
      says: 'with few samples a flexible network fits the noise as well',
      measure: ([adam]) => lastLoss(adam, 'trainLoss') / 0.4 ** 2,
      holds: (share) => share < 0.5,
    },
    'the test loss is higher': {
      says: 'After 5,000 steps of Adam at 30 samples, the test loss was typically about {13} times the training loss',
      measure: ([adam]) => lastLoss(adam) / lastLoss(adam, 'trainLoss'),
      holds: (times) => times > 3,
    },
    'many samples help': {
      says: ['Compare with 1,000 samples', 'With 1,000 samples, the two were nearly equal'],
      measure: (_, [adam]) => lastLoss(adam) / lastLoss(adam, 'trainLoss'),
      holds: (times) => times > 0.8 && times < 1.25,
    },
    'the lowest test loss is lower': {
      says: 'stop early at the lowest test loss',
      measure: ([adam]) => lowestLoss(adam) / lastLoss(adam),
      holds: (share) => share < 0.9,
    },
  },
} satisfies Claims;
