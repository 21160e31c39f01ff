// SPDX-License-Identifier: MIT
import type { Run } from '../../../wasm/types.ts';
import type { NamedData } from '../model/data-names.ts';

/** More could not be shown, and receiving them would block the page. */
const mostSamples = 10_000;
const mostNumbers = 500_000;

/** Data as the page has them: all, or an even choice with the true sizes of both parts. */
export interface ShownData extends NamedData {
  counts?: { train: number; test: number };
}

/** The data of a run. Those of a large set are never here all at once. */
export function thinned(run: Pick<Run, 'data'>, isLarge = false): ShownData {
  const known = isLarge ? run.data([]) : run.data();
  const { shape, train, test } = known;
  const all = train.length + test.length;
  const most = Math.min(mostSamples, mostNumbers / (shape.channels * shape.height * shape.width));
  if (all <= most) return isLarge ? run.data() : known;
  const chosen: number[] = [];
  const choose = (part: number[]): number[] =>
    Array.from({ length: Math.ceil((part.length * most) / all) }, (_, i) => {
      const sample = part[Math.floor((i * all) / most)] ?? part[0] ?? 0;
      return chosen.push(sample) - 1;
    });
  const counts = { train: train.length, test: test.length };
  const parts = { train: choose(train), test: choose(test) };
  return { ...run.data(chosen), ...parts, counts };
}
