// SPDX-License-Identifier: MIT
import type { LessonClaims } from '../figures.ts';
import { lastLoss, lowestLoss } from '../race.ts';

const plain =
  'v=3&dataset=xor&samples=80&noise=0.4&batchSize=full&hidden=16,16&steps=150&run=adam,learningRate=0.03';

/** A race in which so little is learned that there is nothing to overfit. */
const crawling = plain.replace('0.03', '0.0001');

export default {
  1: {
    spoiled: crawling,
    unmeasured: [
      'A wide network trains on 40 noisy points.',
      'The chart also shows its loss on test points that it never trains on.',
    ],
    claims: {
      'training points by heart': {
        says: 'The network learns even the noise of its training points by heart',
        measure: ([adam]) => lastLoss(adam, 'trainLoss'),
        holds: (loss) => loss < 0.1,
      },
      'the test loss climbs': {
        says: 'its test loss ends at about {2.9} times its lowest value',
        measure: ([adam]) => lastLoss(adam) / lowestLoss(adam),
        holds: (times) => times > 1.5,
      },
    },
  },
  2: {
    spoiled: plain,
    races: [plain],
    unmeasured: [
      'This race differs in one thing: the loss has an L2 penalty of 0.01, which keeps weights small.',
    ],
    claims: {
      'not every noisy point': {
        says: 'Small weights give smooth boundaries that cannot follow every noisy point',
        measure: ([penalty], [without]) =>
          lastLoss(penalty, 'trainLoss') / lastLoss(without, 'trainLoss'),
        holds: (times) => times > 2,
      },
      'a penalty helps': {
        says: 'so the final test loss is about {0.38} times that without a penalty',
        measure: ([penalty], [without]) => lastLoss(penalty) / lastLoss(without),
        holds: (times) => times < 0.7,
      },
    },
  },
  3: {
    spoiled: [plain, crawling],
    unmeasured: ['Now there is no penalty, but 400 training points instead of 40.'],
    claims: {
      'not by heart': {
        says: 'These are too many noisy points to learn by heart',
        measure: ([adam]) => lastLoss(adam, 'trainLoss'),
        holds: (loss) => loss > 0.2,
      },
      'the losses stay together': {
        says: 'so what lowers the training loss also lowers the test loss',
        measure: ([adam]) => lastLoss(adam) / lastLoss(adam, 'trainLoss'),
        holds: (times) => times < 1.4,
      },
    },
  },
} satisfies LessonClaims;
