// SPDX-License-Identifier: MIT
import type { Catalog, Hyperparameter } from '../../../../wasm/types.ts';
import { datasetRows } from '../settings.ts';

export type Group = 'dataset' | 'problem' | 'network' | 'run';

export interface LinkKey {
  key: string;
  group: Group;
  row: Hyperparameter;
}

/** The key of every row in a link, in the order of writing: the row's id. */
export function linkKeys(catalog: Catalog, dataset: string): LinkKey[] {
  const { problem, network, run } = catalog.settings;
  const common: LinkKey[] = [
    ...problem.map((row) => ({ key: row.id, group: 'problem' as const, row })),
    ...network.map((row) => ({ key: row.id, group: 'network' as const, row })),
    ...run.map((row) => ({ key: row.id, group: 'run' as const, row })),
  ];
  const taken = new Set(common.map(({ key }) => key));
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
