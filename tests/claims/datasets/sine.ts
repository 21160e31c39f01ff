// SPDX-License-Identifier: MIT
import { type Claims, ofEach } from '../figures.ts';
import { lastLoss, typical } from '../race.ts';

export default {
  each: 'start and data',
  again: 1,
  races: [
    'v=3&dataset=sine',
    'v=3&dataset=sine&frequency=6',
    'v=3&dataset=sine&frequency=6&steps=10000&run=adam',
  ],
  unmeasured: [
    'With a single input, the whole fit is one curve that you can watch.',
    'ReLU builds the curve from straight pieces, tanh from smooth ones.',
  ],
  claims: {
    'higher frequencies are harder': {
      says: 'Every wave needs a bend of its own, so higher frequencies are harder',
      measure: (two, six) => typical(six, lastLoss) / typical(two, lastLoss),
      holds: (times) => times > 3,
    },
    'Adam ends lower than SGD': {
      says: "after 2,000 steps, Adam's test loss was typically about {half} of SGD's",
      measure: ([sgd, , , adam]) => lastLoss(adam) / lastLoss(sgd),
      holds: (share) => share < 1,
    },
    ...ofEach('at a frequency of 6', (racer) => ({
      says: 'At a frequency of 6, SGD, momentum, RMSProp and Adam were all still near a flat line after 2,000 steps',
      measure: (_, six) => lastLoss(six[racer]),
      // A flat line has a loss of 0.5, and the noise adds 0.01.
      holds: (loss) => loss > 0.4,
    })),
    'Adam needs longer': {
      says: 'Adam needed 10,000 to {halve} the loss',
      measure: (_, [, , , early], [late]) => lastLoss(late) / lastLoss(early),
      holds: (share) => share < 0.9,
    },
  },
} satisfies Claims;
