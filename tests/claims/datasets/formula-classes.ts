// SPDX-License-Identifier: MIT
import type { Claims } from '../figures.ts';
import { lastAccuracy, typical } from '../race.ts';

export default {
  each: 'start and data',
  again: 1,
  races: ['v=3&dataset=formula-classes&f=x~%2B~y~%3C~3&initializer=zeros&steps=300'],
  unmeasured: [
    "The formula draws the true boundary, so the network's boundary can be compared with it.",
    'Points are uniform, and the classes are as large as the formula has them.',
    'Ask which boundaries a network of this size can learn.',
    'Join comparisons by and, or and not to cut out shapes.',
    'Watch the loss.',
  ],
  claims: {
    // From zeros the network always chooses the larger class.
    'accuracy hides a rare class': {
      says: 'A condition that holds nearly everywhere leaves a rare class, and accuracy hides how badly it is learned',
      measure: (rare) => typical(rare, lastAccuracy),
      holds: (accuracy) => accuracy > 0.94 && accuracy < 1,
    },
  },
} satisfies Claims;
