// SPDX-License-Identifier: MIT
import type { Column } from '../race/curve-store.ts';
import type { Racer } from '../race/racer.ts';
import { csvOf } from './csv.ts';

type Cells = Map<string, number>;

/** The columns of a record, named as in the curve that the engine returns. */
export const recordColumns: readonly Column[] = [
  'step',
  'epoch',
  'samplesSeen',
  'milliseconds',
  'trainLoss',
  'testLoss',
  'trainAccuracy',
  'testAccuracy',
  'learningRate',
];

/**
 * All records of all racers as CSV, with every digit. Columns without a number are left out,
 * and so are numbers that do not exist.
 */
export function curvesCsv(
  racers: readonly Pick<Racer, 'key' | 'curve' | 'path'>[],
  names: ReadonlyMap<number, string>,
): string {
  const rows = racers.flatMap((racer) =>
    Array.from({ length: racer.curve.length }, (_, record) => ({
      name: names.get(racer.key) ?? '',
      cells: cellsOf(racer, record),
    })),
  );
  const known = new Set(rows.flatMap(({ cells }) => [...cells.keys()]));
  return csvOf([
    ['racer', ...known],
    ...rows.map(({ name, cells }) => [
      name,
      ...[...known].map((column) => cells.get(column) ?? Number.NaN),
    ]),
  ]);
}

function cellsOf({ curve, path }: Pick<Racer, 'curve' | 'path'>, record: number): Cells {
  const [x, y] = path.after(curve.at('step', record)) ?? [];
  const layers = curve.layers.map(
    (layer, i) => [`weightNorm${i + 1}`, layer.at('weightNorms', record)] as const,
  );
  const cells = [
    ...recordColumns.map((column) => [column, curve.at(column, record)] as const),
    ...layers,
    ['x', x ?? Number.NaN] as const,
    ['y', y ?? Number.NaN] as const,
  ];
  return new Map(cells.filter(([, value]) => !Number.isNaN(value)));
}
