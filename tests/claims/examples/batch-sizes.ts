// SPDX-License-Identifier: MIT
import type { Claim, Claims, Racers } from '../figures.ts';
import { climbed, lossAt } from '../race.ts';

const halfway = 10_000;
const losses = (racers: Racers) =>
  racers.map((racer) => lossAt(racer, halfway, 'testLoss', 'samplesSeen')) as [
    number,
    number,
    number,
  ];

const stepsOf = (racer: 0 | 1 | 2, says: string, steps: number): Claim => ({
  says,
  measure: (racers) => racers[racer].report.step,
  holds: (taken) => taken === steps,
});

export default {
  each: 'start',
  claims: {
    samples: {
      says: '{exactly} samples',
      measure: (racers) => racers[0].report.samplesSeen,
      holds: (samples) => samples === 2 * halfway,
    },
    'steps of the full batch': stepsOf(0, '{exactly} steps with the full batch', 80),
    'steps of ten': stepsOf(1, '{exactly} with batches of ten', 2000),
    'steps of one': stepsOf(2, '{exactly} with single samples', 20_000),
    'the full batch still knows next to nothing': {
      says: 'Halfway, the median test loss from {starts} starts is {median} for the full batch',
      measure: (racers) => losses(racers)[0],
      // A guess without any knowledge has a loss of ln 2.
      holds: (loss) => loss > 0.65,
    },
    'batches of ten': {
      says: '{median} for ten',
      measure: (racers) => losses(racers)[1],
      holds: (loss) => loss < 0.3,
    },
    'single samples': {
      says: '{median} for one',
      measure: (racers) => losses(racers)[2],
      holds: (loss) => loss < 0.2,
    },
    'single samples give the noisiest line': {
      says: 'Smaller batches also make the line noisier',
      measure: ([, ten, one]) => {
        const [calm, noisy] = [ten, one].map((racer) =>
          climbed(racer, 'testLoss', halfway, 'samplesSeen'),
        ) as [number, number];
        return noisy / calm;
      },
      holds: (times) => times > 3,
    },
  },
} satisfies Claims;
