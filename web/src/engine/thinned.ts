// SPDX-License-Identifier: MIT
import type { DataView as SplitData } from '../../../wasm/types.ts';
import type { NamedData } from '../model/data-names.ts';

/** More could not be shown, and receiving them would block the page. */
const mostSamples = 10_000;
const mostNumbers = 500_000;

/** Data as the page has them: all, or an even choice with the true sizes of both parts. */
export interface ShownData extends NamedData {
  counts?: { train: number; test: number };
}

export function thinned(data: SplitData): ShownData {
  const { inputs, train, test } = data;
  const most = Math.min(mostSamples, mostNumbers / (inputs[0]?.length ?? 1));
  if (inputs.length <= most) return data;
  const chosen: number[] = [];
  const choose = (part: number[]): number[] =>
    Array.from({ length: Math.ceil((part.length * most) / inputs.length) }, (_, i) => {
      const sample = part[Math.floor((i * inputs.length) / most)] ?? part[0] ?? 0;
      return chosen.push(sample) - 1;
    });
  const counts = { train: train.length, test: test.length };
  const parts = { train: choose(train), test: choose(test) };
  const of = <T>(list: T[]): T[] => chosen.map((sample) => list[sample] as T);
  const targets = of(data.targets as number[]);
  return { ...data, ...parts, inputs: of(inputs), targets, counts };
}
