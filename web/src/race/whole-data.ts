// SPDX-License-Identifier: MIT
import type { DataView as SplitData } from '../../../wasm/types.ts';
import type { ShownData } from '../engine/thinned.ts';
import type { Racer } from './racer.ts';

/** Numbers of a piece. More would take so long that the page stands still meanwhile. */
const mostNumbers = 200_000;

/** Some samples, with the parts that they are in: places in the lists. */
export type Piece = Pick<SplitData, 'inputs' | 'targets' | 'train' | 'test'>;

/**
 * All samples of a race in their order, some at a time. The page has only a choice of many samples, so the others come
 * from the racer's engine. Throws an Error if that is gone.
 */
export async function* wholeData(
  data: ShownData,
  racer: Pick<Racer, 'ask'> | undefined,
): AsyncGenerator<Piece, void, void> {
  if (!data.counts) return yield data;
  const { test, train } = await answered(racer?.ask('data', []));
  const tested = new Set(test);
  const all = test.length + train.length;
  const most = Math.max(1, Math.floor(mostNumbers / (data.inputs[0]?.length || 1)));
  for (let first = 0; first < all; first += most) {
    const rows = Array.from({ length: Math.min(most, all - first) }, (_, i) => first + i);
    const { inputs, targets } = await answered(racer?.ask('data', rows));
    const places = rows.map((_, place) => place);
    yield {
      inputs,
      targets,
      test: places.filter((place) => tested.has(first + place)),
      train: places.filter((place) => !tested.has(first + place)),
    };
  }
}

async function answered<Answer>(answer: Promise<Answer | undefined> | undefined): Promise<Answer> {
  const found = await answer;
  if (found === undefined) throw new Error('The racer has no data.');
  return found;
}
