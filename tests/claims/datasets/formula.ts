// SPDX-License-Identifier: MIT
import type { Claims } from '../figures.ts';
import { lastLoss, typical } from '../race.ts';

export default {
  each: 'start and data',
  again: 1,
  races: ['v=3&dataset=formula', 'v=3&dataset=formula&f=100sin%282x%29~cos%28y%29~'],
  unmeasured: [
    'The true function is known exactly, so the fitted surface can be compared with what it should be.',
    'Samples without noise lie on it.',
    'Ask which functions a network of this size can learn, and which optimizer finds them.',
    'Divide the formula so that its values span about 2.',
  ],
  claims: {
    'large values need another rate': {
      says: 'Large values make large gradients, and a good learning rate shrinks with them',
      // The squared error of values 100 times as large is 10,000 times as large where all goes as well.
      measure: (usual, large) => typical(large, lastLoss) / typical(usual, lastLoss),
      holds: (times) => times > 10_000,
    },
  },
} satisfies Claims;
