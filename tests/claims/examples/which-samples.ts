// SPDX-License-Identifier: MIT
import { varianceRatio } from '../../../web/src/pictures/sampling.ts';
import type { Claims } from '../figures.ts';
import { climbed, lateMean } from '../race.ts';

export default {
  each: 'start and data',
  unmeasured: [
    'One moon has ten times as many samples as the other, and most of them soon teach nothing.',
  ],
  claims: {
    'the variance of its gradient is lower': {
      says: 'it typically divides the gradient’s variance by {low} to {high} (the middle half of {starts} data sets)',
      measure: ([, sampler]) => (sampler.sampling ? 1 / varianceRatio(sampler.sampling) : 0),
      holds: (times) => times > 5,
    },
    'its training loss is lower': {
      says: 'its mean training loss in the second half is below that of SGD for {holds} of {starts} data sets',
      measure: ([sgd, sampler]) => lateMean(sampler) / lateMean(sgd),
      holds: (share) => share < 1,
    },
    'its line is steadier': {
      says: 'Its line is steadier',
      measure: ([sgd, sampler]) => climbed(sampler, 'trainLoss') / climbed(sgd, 'trainLoss'),
      holds: (share) => share < 0.8,
    },
  },
} satisfies Claims;
