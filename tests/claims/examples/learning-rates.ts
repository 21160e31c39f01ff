// SPDX-License-Identifier: MIT
import type { Claims } from '../figures.ts';
import { lastLoss } from '../race.ts';

export default {
  each: 'start',
  unmeasured: ['Three SGD racers differ only in their learning rate: 1, 0.1, and 0.001.'],
  claims: {
    'the first overshoots further with every step': {
      says: 'The first overshoots further with every step',
      measure: ([{ curve }]) => {
        const { trainLoss } = curve;
        const begun = trainLoss.findIndex((loss) => loss > 10);
        const rises = trainLoss.slice(begun + 1).map((loss, at) => loss / trainLoss[begun + at]!);
        return begun < 0 ? 0 : Math.min(...rises.filter(Number.isFinite));
      },
      holds: (rise) => rise > 1,
    },
    'the first diverges': {
      says: 'diverges in {holds} of {starts} starts, typically after {low} to {high} steps (the middle half)',
      measure: ([{ report }]) => (report.status === 'diverged' ? report.step : Infinity),
      holds: (step) => step < 100,
    },
    'the last has hardly started': {
      says: 'The last one typically ends at {low} to {high} times the test loss of the second (the middle half of {starts} starts)',
      measure: ([, right, low]) => lastLoss(low) / lastLoss(right),
      holds: (times) => times > 3,
    },
  },
} satisfies Claims;
