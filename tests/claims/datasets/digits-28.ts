// SPDX-License-Identifier: MIT
import type { Claims } from '../figures.ts';
import { inputsOf, lastAccuracy, lastLoss } from '../race.ts';

export default {
  each: 'start and data',
  // Each step reads 784 inputs. These starts take about 20 seconds.
  starts: 20,
  again: 0,
  races: [
    'v=3&dataset=digits-28&run=adam,learningRate=0.003&run=adam,learningRate=0.03&run=momentum,learningRate=0.1&run=momentum,learningRate=0.01',
  ],
  unmeasured: [
    'The images have the size of the well-known MNIST benchmark, but all of them are drawn here.',
    'See how optimizers behave with thousands of weights.',
  ],
  claims: {
    inputs: {
      says: 'With {exactly} inputs, the first layer alone has thousands of weights',
      measure: () => inputsOf('digits-28'),
      holds: (inputs) => inputs === 28 * 28,
    },
    'a lower rate of Adam': {
      says: 'with Adam, 0.003 ended at about {half} the test loss of 0.03',
      measure: ([low, high]) => lastLoss(low) / lastLoss(high),
      holds: (share) => share < 0.8,
    },
    'rates can be too large': {
      says: 'Rates that suit two inputs can be too large here',
      measure: ([, , high, low]) => lastAccuracy(low) - lastAccuracy(high),
      holds: (gain) => gain > 0,
    },
    'momentum at 0.1': {
      says: 'Momentum reached about {86%} accuracy at a rate of 0.1',
      measure: ([, , high]) => lastAccuracy(high),
      holds: (accuracy) => accuracy > 0.6 && accuracy < 0.95,
    },
    'momentum at 0.01': {
      says: '{95%} at 0.01',
      measure: ([, , , low]) => lastAccuracy(low),
      holds: (accuracy) => accuracy > 0.93,
    },
  },
} satisfies Claims;
