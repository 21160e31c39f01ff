// SPDX-License-Identifier: MIT
import type { Claims } from '../figures.ts';
import { inputsOf, lastAccuracy, typical } from '../race.ts';

export default {
  each: 'start and data',
  // Each step reads 144 inputs, and up to 3,000 samples are evaluated. These starts take about 20 seconds.
  starts: 20,
  again: 0,
  races: [
    'v=3&dataset=digits-12',
    'v=3&dataset=digits-12&hidden=',
    'v=3&dataset=digits-12&hidden=32&run=sgd',
    'v=3&dataset=digits-12&samples=3000&run=sgd',
    'v=3&dataset=digits-12&deformation=0.5&run=sgd',
  ],
  unmeasured: [
    'Race optimizers on images that train quickly.',
    'Compare no hidden layers with one of 32 units, or raise the deformation to 2.',
  ],
  claims: {
    pixels: {
      says: 'Each image has {exactly} pixels',
      measure: () => inputsOf('digits-12'),
      holds: (pixels) => pixels === 12 * 12,
    },
    'without hidden layers': {
      says: 'a network without hidden layers gets about {98%} right',
      measure: (_, linear) => typical(linear, lastAccuracy),
      holds: (accuracy) => accuracy > 0.96,
    },
    'two narrow layers': {
      says: 'Two layers of 8 units are narrow for ten classes and ended near {96%}',
      measure: (narrow) => typical(narrow, lastAccuracy),
      holds: (accuracy) => accuracy > 0.94 && accuracy < 0.975,
    },
    'each remedy helps': {
      says: 'Use 32 units, more samples or less deformation',
      measure: ([narrow], _, ...remedies) =>
        Math.min(...remedies.map(([sgd]) => lastAccuracy(sgd))) - lastAccuracy(narrow),
      holds: (gain) => gain > 0,
    },
  },
} satisfies Claims;
