// SPDX-License-Identifier: MIT
import type { Catalog, Hyperparameter } from '../../../../wasm/types.ts';
import type { Unit } from '../../engine/messages.ts';
import { datasetRows } from '../settings.ts';

export type Group = 'dataset' | 'problem' | 'network' | 'run';

export interface LinkKey {
  key: string;
  group: Group;
  row: Hyperparameter;
}

/** `samples` is taken by the size of the data set. */
export const budgetKeys: Record<Unit, string> = {
  steps: 'steps',
  epochs: 'epochs',
  samples: 'samplesSeen',
};

/** What a link says beside the rows of the catalog. */
const pageKeys: readonly string[] = [
  ...['v', 'example', 'dataset', 'run', 'precision', 'target', 'axis', 'scale', 'show', 'speed'],
  ...Object.values(budgetKeys),
];

/** The key of every row in a link, in the order of writing: the row's id. */
export function linkKeys(catalog: Catalog, dataset: string): LinkKey[] {
  const { problem, network, run } = catalog.settings;
  const common: LinkKey[] = [
    ...problem.map((row) => ({ key: row.id, group: 'problem' as const, row })),
    ...network.map((row) => ({ key: row.id, group: 'network' as const, row })),
    ...run.map((row) => ({ key: row.id, group: 'run' as const, row })),
  ];
  const taken = new Set([...pageKeys, ...common.map(({ key }) => key)]);
  const own = datasetRows(catalog, dataset).map((row) => ({
    key: taken.has(row.id) ? dataKey(row.id) : row.id,
    group: 'dataset' as const,
    row,
  }));
  return [...own, ...common];
}

/** `seed` of the data beside `seed` of the start. */
function dataKey(id: string): string {
  return `data${id.charAt(0).toUpperCase()}${id.slice(1)}`;
}
