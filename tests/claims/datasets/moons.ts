// SPDX-License-Identifier: MIT
import type { Claims } from '../figures.ts';
import { lastAccuracy, typical } from '../race.ts';

export default {
  each: 'start and data',
  again: 1,
  races: [
    'v=3&dataset=moons',
    'v=3&dataset=moons&hidden=',
    'v=3&dataset=moons&hidden=2',
    // A network that starts at zero never tells the points apart.
    'v=3&dataset=moons&imbalance=0.9&initializer=zeros&steps=300',
  ],
  unmeasured: [
    'One gently curved boundary separates the classes.',
    'Raise the imbalance to see how a rare class is learned.',
    'High accuracy can hide a neglected class.',
  ],
  claims: {
    'a straight line': {
      says: 'A straight line already gets about {87%} right',
      measure: (_, line) => typical(line, lastAccuracy),
      holds: (accuracy) => accuracy > 0.83 && accuracy < 0.92,
    },
    'hidden layers get the rest': {
      says: 'only the rest needs hidden layers',
      measure: (race) => typical(race, lastAccuracy),
      holds: (accuracy) => accuracy > 0.95,
    },
    'two units': {
      says: 'two hidden units, which are rarely much better than a line',
      measure: (_, line, two) => typical(two, lastAccuracy) - typical(line, lastAccuracy),
      holds: (gain) => gain < 0.05,
    },
    'always the larger class': {
      says: 'At an imbalance of 0.9, always choosing the larger class is right {ten times in eleven}',
      measure: (_, __, ___, constant) => typical(constant, lastAccuracy),
      holds: (accuracy) => Math.abs(accuracy - 10 / 11) < 0.005,
    },
  },
} satisfies Claims;
