// SPDX-License-Identifier: MIT
import type { DataNames } from '../model/data-names.ts';
import type { Piece } from '../race/whole-data.ts';
import { csvOf } from './csv.ts';

/**
 * The samples in original units: the inputs, the target or targets, and the part that the sample is in. Inputs and
 * classes have their names, if there are any.
 */
export async function dataCsv(pieces: AsyncIterable<Piece>, names?: DataNames): Promise<Blob> {
  const texts: string[] = [];
  for await (const { inputs, targets, test } of pieces) {
    const tested = new Set(test);
    const rows = inputs.map((row, index) => [
      ...row,
      ...[targets[index] ?? Number.NaN].flat().map((target) => names?.classes[target] ?? target),
      tested.has(index) ? 'test' : 'train',
    ]);
    const values = [targets[0] ?? 0].flat().length;
    const header = [
      ...(names?.inputs ?? numbered('input', inputs[0]?.length ?? 0)),
      ...numbered('target', values),
      'split',
    ];
    texts.push(csvOf(texts.length === 0 ? [header, ...rows] : rows));
  }
  return new Blob(texts, { type: 'text/csv' });
}

/** Names of columns. A single one has no number. */
const numbered = (name: string, count: number): string[] =>
  count === 1 ? [name] : Array.from({ length: count }, (_, index) => `${name}${index + 1}`);
