// SPDX-License-Identifier: MIT
import { varianceRatio } from '../../../web/src/pictures/sampling.ts';
import type { LessonClaims } from '../figures.ts';
import { lastLoss, lateMean } from '../race.ts';

const moons = 'v=3&dataset=moons&samples=200&imbalance=0.9';

export default {
  1: {
    spoiled: [
      `${moons}&batchSize=1&samplesSeen=1500&axis=samples&run=sgd&run=aw-sgd,learningRate=0.003,samplerRate=0`,
    ],
    unmeasured: [
      'One moon has ten times as many samples as the other, and most of them soon teach nothing.',
    ],
    claims: {
      'its gradient has less noise': {
        says: [
          'SGD draws all samples equally often, while AW-SGD learns to draw those with large gradients more often',
          'Its gradient has less noise',
        ],
        measure: ([, sampler]) => (sampler.sampling ? 1 / varianceRatio(sampler.sampling) : 0),
        holds: (times) => times > 2,
      },
      'its loss is lower': {
        says: 'so its training loss in the second half is on average about {56%} of that of SGD',
        measure: ([sgd, sampler]) => lateMean(sampler) / lateMean(sgd),
        holds: (share) => share < 0.95,
      },
    },
  },
  2: {
    spoiled: `${moons}&batchSize=50&steps=100&run=sgd&run=aw-sgd,learningRate=0.003,samplerRate=0.05`,
    unmeasured: ['The data are the same, but both racers now average 50 samples in each step.'],
    claims: {
      'both end alike': {
        says: 'In an average of 50 there is little noise left to save, and both end at about the same loss',
        measure: ([sgd, sampler]) => lastLoss(sampler, 'trainLoss') / lastLoss(sgd, 'trainLoss'),
        holds: (times) => times > 0.8 && times < 1.25,
      },
    },
  },
} satisfies LessonClaims;
