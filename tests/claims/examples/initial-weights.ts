// SPDX-License-Identifier: MIT
import type { Claims } from '../figures.ts';
import { firstLoss, lastLoss } from '../race.ts';

export default {
  each: 'start',
  claims: {
    'scaled to the layer both learn': {
      says: 'With initial weights scaled to the layer, both racers learn',
      measure: (scaled) => Math.max(...scaled.map((racer) => lastLoss(racer) / firstLoss(racer))),
      holds: (share) => share < 1 / 3,
    },
    'large weights start higher': {
      says: 'Large weights start at a higher loss',
      measure: ([scaled], [large]) => firstLoss(large) / firstLoss(scaled),
      holds: (times) => times > 1,
    },
    'large weights throw SGD out': {
      says: 'SGD diverges in {holds} of {starts} starts',
      measure: (_, [sgd]) => (sgd.report.status === 'diverged' ? sgd.report.step : Infinity),
      holds: (step) => step < 100,
    },
    'Adam recovers from them': {
      says: 'Adam limits its steps and recovers',
      measure: (_, [, adam]) => lastLoss(adam),
      holds: (loss) => loss < 0.15,
    },
    'from zero nobody learns': {
      says: 'neither racer gets beyond a flat line',
      measure: (_, __, zero) =>
        Math.min(...zero.map((racer) => lastLoss(racer) / firstLoss(racer))),
      holds: (share) => share > 0.95,
    },
  },
} satisfies Claims;
