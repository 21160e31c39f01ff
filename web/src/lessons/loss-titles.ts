// SPDX-License-Identifier: MIT
/** What measures of a loss are called. On a surface the loss is a value. */
import { marked, msg } from '../language/message.ts';

type LossName = 'trainLoss' | 'testLoss' | 'value';
type Titles = Readonly<Record<LossName, string>>;

export const stepsTo: Titles = {
  trainLoss: marked('Steps to a training loss of {loss}'),
  testLoss: marked('Steps to a test loss of {loss}'),
  value: marked('Steps to a value of {loss}'),
};

/** The same by what was computed. */
export const workTo: Titles = {
  trainLoss: marked('Samples to a training loss of {loss}'),
  testLoss: marked('Samples to a test loss of {loss}'),
  value: marked('Evaluations to a value of {loss}'),
};

const titles = {
  'last loss': {
    trainLoss: marked('Final training loss'),
    testLoss: marked('Final test loss'),
    value: marked('Final value'),
  },
  'lowest loss': {
    trainLoss: marked('Lowest training loss'),
    testLoss: marked('Lowest test loss'),
    value: marked('Lowest value'),
  },
  'highest loss': {
    trainLoss: marked('Highest training loss'),
    testLoss: marked('Highest test loss'),
    value: marked('Highest value'),
  },
  growth: {
    trainLoss: marked('Final training loss as a multiple of the first'),
    testLoss: marked('Final test loss as a multiple of the first'),
    value: marked('Final value as a multiple of the first'),
  },
  rebound: {
    trainLoss: marked('Final training loss as a multiple of the lowest'),
    testLoss: marked('Final test loss as a multiple of the lowest'),
    value: marked('Final value as a multiple of the lowest'),
  },
  'late loss': {
    trainLoss: marked('Mean training loss in the second half'),
    testLoss: marked('Mean test loss in the second half'),
    value: marked('Mean value in the second half'),
  },
} satisfies Record<string, Titles>;

export const lossTitle = (
  kind: keyof typeof titles,
  loss: Exclude<LossName, 'value'>,
  onSurface: boolean,
): string => msg(titles[kind][onSurface ? 'value' : loss]);
