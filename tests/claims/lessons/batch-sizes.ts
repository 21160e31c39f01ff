// SPDX-License-Identifier: MIT
import type { LessonClaims, Racers } from '../figures.ts';
import { lastLoss } from '../race.ts';

const final = (racers: Racers, one: 0 | 1 | 2, other: 0 | 1 | 2) =>
  lastLoss(racers[one], 'trainLoss') / lastLoss(racers[other], 'trainLoss');
const samples = (racers: Racers, racer: 0 | 1 | 2) => racers[racer].report.samplesSeen;

const circles = 'v=3&dataset=circles&samples=200&hidden=8';

export default {
  1: {
    spoiled: `${circles}&samplesSeen=2200&axis=samples&run=sgd,learningRate=3,batchSize=full&run=sgd,batchSize=50&run=sgd,learningRate=0.001,batchSize=1`,
    claims: {
      'a step of the full batch costs 100 samples': {
        says: [
          'There are {exactly} training samples',
          'The first racer averages the gradient of all of them in every step, the second of ten, and the third takes one at a time',
        ],
        measure: ([full, ten, one]) =>
          ten.report.step * 10 === one.report.step ? one.report.step / full.report.step : 0,
        holds: (times) => times === 100,
      },
      'steps for the same samples': {
        says: 'For the same 2,000 samples, the full batch takes only {exactly} steps and the single samples 2,000',
        measure: (racers) => (samples(racers, 2) === 2000 ? racers[0].report.step : 0),
        holds: (steps) => steps === 20,
      },
    },
  },
  2: {
    spoiled: `${circles}&steps=100&run=sgd,batchSize=1&run=sgd,batchSize=10&run=sgd,batchSize=full`,
    claims: {
      'the same number of steps': {
        says: 'Now each of the three takes {exactly} steps, however many samples they cost',
        measure: (racers) => Math.min(...racers.map(({ report }) => report.step)),
        holds: (steps) => steps === 200,
      },
      'single samples are behind': {
        says: 'The gradient of one sample points only roughly downhill, so that loss is still about {1.5} times as high',
        measure: (racers) => final(racers, 2, 0),
        holds: (times) => times > 1.1,
      },
      'the cost of the full batch': {
        says: 'But the full batch computes {exactly} times as many gradients',
        measure: (racers) => samples(racers, 0) / samples(racers, 2),
        holds: (times) => times === 100,
      },
    },
  },
  3: {
    spoiled: `${circles}&steps=100&run=sgd,batchSize=full&run=sgd,batchSize=1`,
    claims: {
      'the same number of steps': {
        says: 'The full batch and a mini-batch of ten take {exactly} steps each',
        measure: (racers) => Math.min(...racers.map(({ report }) => report.step)),
        holds: (steps) => steps === 200,
      },
      'nearly the same loss': {
        says: 'The mini-batch ends at nearly the same loss',
        measure: (racers) => final(racers, 1, 0),
        holds: (times) => times > 0.9 && times < 1.15,
      },
      'a tenth of the samples': {
        says: 'with a tenth of the samples, and needs memory for ten samples at a time',
        measure: (racers) => samples(racers, 1) / samples(racers, 0),
        holds: (share) => Math.abs(share - 0.1) < 1e-9,
      },
    },
  },
} satisfies LessonClaims;
