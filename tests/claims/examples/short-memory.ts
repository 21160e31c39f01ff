// SPDX-License-Identifier: MIT
import type { Claims } from '../figures.ts';
import type { Raced } from '../race.ts';

/** The mean position at the end. Racers still move a little at the bounds, in cycles of three steps. */
function end({ path }: Raced): number {
  const last = path.x.slice(-90);
  return last.reduce((sum, x) => sum + x, 0) / last.length;
}

export default {
  each: 'point',
  unmeasured: ['Every third step has slope 3 and the others −1, so the way down is to the left.'],
  claims: {
    'a short memory leads Adam up': {
      says: 'With a short memory (beta 2 = 0.1), Adam forgets the large slope and climbs to the highest point from {holds} of {starts} starting points',
      measure: ([adam]) => end(adam),
      holds: (x) => x > 0.98,
    },
    'AMSGrad and the usual Adam go down': {
      says: 'AMSGrad with the same beta 2 keeps its largest average, and Adam with 0.999 remembers longer: both reach the bottom from {holds} of {starts} points',
      measure: ([, amsgrad, usual]) => Math.max(end(amsgrad), end(usual)),
      holds: (x) => x < -0.98,
    },
  },
} satisfies Claims;
