// SPDX-License-Identifier: MIT
import type { DataView as SplitData } from '../../../wasm/types.ts';
import { msg } from '../language/message.ts';

/** Sentences about classes that are missing from the training or the test samples. */
export function missingClasses({ missing }: Pick<SplitData, 'missing'>): string[] {
  const { train, test } = missing;
  const sentences: string[] = [];
  if (train.length > 0)
    sentences.push(
      msg('No training sample has class {classes}, so the racers cannot learn it.', {
        classes: named(train),
      }),
    );
  if (test.length > 0)
    sentences.push(
      msg('No test sample has class {classes}, so the test loss does not show it.', {
        classes: named(test),
      }),
    );
  return sentences;
}

const named = (classes: number[]): string =>
  classes.map(String).reduce((first, second) => msg('{first} or {second}', { first, second }));
