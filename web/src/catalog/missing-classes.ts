// SPDX-License-Identifier: MIT
import type { DataView as SplitData } from '../../../wasm/types.ts';

/** Sentences about classes that are missing from the training or the test samples. */
export function missingClasses({ missing }: Pick<SplitData, 'missing'>): string[] {
  const { train, test } = missing;
  const sentences: string[] = [];
  if (train.length > 0) {
    sentences.push(`No training sample has ${named(train)}, so the racers cannot learn it.`);
  }
  if (test.length > 0) {
    sentences.push(`No test sample has ${named(test)}, so the test loss does not show it.`);
  }
  return sentences;
}

function named(classes: number[]): string {
  return `class ${classes.join(' or ')}`;
}
