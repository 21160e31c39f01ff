// SPDX-License-Identifier: MIT
import type { Claims } from '../figures.ts';
import { lastLoss, typical } from '../race.ts';

export default {
  each: 'start and data',
  again: 1,
  races: [
    'v=3&dataset=plane',
    'v=3&dataset=plane&hidden=',
    'v=3&dataset=plane&samples=10',
    'v=3&dataset=plane&samples=10&hidden=',
    'v=3&dataset=plane&noise=0&hidden=',
  ],
  unmeasured: [
    'Check that an optimizer gets down to the noise.',
    'Compare no hidden layers, where the squared error is convex, with the default network.',
  ],
  claims: {
    'a linear model is exact': {
      says: 'A network without hidden layers can represent the plane exactly',
      measure: (...[, , , , exact]) => Math.min(...exact.map((racer) => lastLoss(racer))),
      holds: (loss) => loss < 1e-9,
    },
    'what remains is the noise': {
      says: 'What remains is the noise, which adds about {0.01} to the squared error by default',
      measure: (_, linear) => Math.min(...linear.map((racer) => lastLoss(racer))),
      holds: (loss) => loss > 0.007 && loss < 0.014,
    },
    'ten samples are memorized': {
      says: 'With ten samples, the default network memorized the noise',
      measure: (_, __, network) => typical(network, (racer) => lastLoss(racer, 'trainLoss')),
      // The square of the noise is 0.01.
      holds: (loss) => loss < 1e-4,
    },
    'its test loss is higher': {
      says: 'had about {twice} the test loss of a linear model',
      measure: (_, __, network, linear) => typical(network, lastLoss) / typical(linear, lastLoss),
      holds: (times) => times > 1,
    },
    'more samples or no hidden layers help': {
      says: 'Use more samples, or no hidden layers',
      measure: (many, _, network, linear) =>
        Math.max(typical(many, lastLoss), typical(linear, lastLoss)) / typical(network, lastLoss),
      holds: (share) => share < 1,
    },
  },
} satisfies Claims;
