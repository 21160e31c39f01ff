// SPDX-License-Identifier: MIT
import type { DataView as SplitData } from '../../../wasm/types.ts';
import { csvOf } from './csv.ts';

/** The samples in original units: the inputs, the target or targets, and the part that the sample is in. */
export function dataCsv({ inputs, targets, test }: SplitData): string {
  const tested = new Set(test);
  const rows = inputs.map((row, index) => [
    ...row,
    ...[targets[index] ?? Number.NaN].flat(),
    tested.has(index) ? 'test' : 'train',
  ]);
  const values = [targets[0] ?? 0].flat().length;
  return csvOf([
    [...numbered('input', inputs[0]?.length ?? 0), ...numbered('target', values), 'split'],
    ...rows,
  ]);
}

/** Names of columns. A single one has no number. */
const numbered = (name: string, count: number): string[] =>
  count === 1 ? [name] : Array.from({ length: count }, (_, index) => `${name}${index + 1}`);
