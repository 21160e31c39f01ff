// SPDX-License-Identifier: MIT
import type { Claims, Racers } from '../figures.ts';
import { firstLoss, lastLoss, typical } from '../race.ts';

/** The mean square of the targets over that of their noise. Weights of zero predict zero. */
const overNoise = ([racer]: Racers) => firstLoss(racer) / 0.1 ** 2;

const zeros = (bumps: number) =>
  `v=3&dataset=bumps&bumps=${bumps}&initializer=zeros&steps=1&run=sgd`;

export default {
  each: 'start and data',
  again: 1,
  races: [
    'v=3&dataset=bumps',
    'v=3&dataset=bumps&hidden=&initializer=zeros',
    zeros(4),
    zeros(8),
    zeros(12),
  ],
  unmeasured: [
    'The surface bends in several places at once, so the hidden units have to share the work.',
    'Watch a curved surface take shape and compare optimizers on a regression with two inputs.',
  ],
  claims: {
    'a plane explains almost none of it': {
      says: 'A plane explains almost none of it, since hills and hollows cancel',
      measure: (_, plane) => Math.min(...plane.map((racer) => lastLoss(racer) / firstLoss(racer))),
      holds: (share) => share > 0.9,
    },
    'the default network': {
      says: 'The default network leaves a squared error near {0.03} after 2,000 steps',
      measure: (race) => typical(race, lastLoss),
      holds: (loss) => loss > 0.02 && loss < 0.06,
    },
    'twelve bumps leave little but noise': {
      says: 'With 12 bumps or more, neighbors overlap and cancel, and little but noise remains',
      measure: (_, __, ___, ____, twelve) => overNoise(twelve),
      holds: (times) => times < 2,
    },
    'four to eight leave more': {
      says: 'Choose 4 to 8',
      measure: (_, __, four, eight) => Math.min(overNoise(four), overNoise(eight)),
      holds: (times) => times > 5,
    },
  },
} satisfies Claims;
