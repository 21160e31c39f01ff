// SPDX-License-Identifier: MIT
import { msg } from '../language/message.ts';
import { className, type NamedData } from './data-names.ts';

/** Sentences about classes that are missing from the training or the test samples. */
export function missingClasses(data: Pick<NamedData, 'missing' | 'names'>): string[] {
  const { train, test } = data.missing;
  const listed = (classes: number[]): string =>
    classes
      .map((index) => className(data, index))
      .reduce((first, second) => msg('{first} or {second}', { first, second }));
  const sentences: string[] = [];
  if (train.length > 0)
    sentences.push(
      msg('No training sample has class {classes}, so the racers cannot learn it.', {
        classes: listed(train),
      }),
    );
  if (test.length > 0)
    sentences.push(
      msg('No test sample has class {classes}, so the test loss does not show it.', {
        classes: listed(test),
      }),
    );
  return sentences;
}
