// SPDX-License-Identifier: MIT
import type { Catalog, Hyperparameter } from '../../../../wasm/types.ts';
import type { Unit } from '../clock.ts';
import { datasetRows, surfaceRows } from '../settings.ts';

export type Group = 'dataset' | 'problem' | 'network' | 'surface' | 'descent' | 'run';

export interface LinkKey {
  key: string;
  group: Group;
  row: Hyperparameter;
}

/** The key of each unit. `samples` is already the size of the data set. */
export const budgetKeys: Record<Unit, string> = {
  steps: 'steps',
  epochs: 'epochs',
  samples: 'samplesSeen',
};

/** Keys of a link that are not rows of the catalog. */
const pageKeys: readonly string[] = [
  ...[
    'v',
    'lesson',
    'example',
    'dataset',
    'table',
    'surface',
    'start',
    'run',
    'precision',
    'target',
    'pacing',
  ],
  ...['axis', 'scale', 'show', 'speed', 'instruments', 'expect'],
  ...Object.values(budgetKeys),
];

/** The key of every row in a link on data, in the order of writing. It is usually the row's id. */
export function linkKeys(catalog: Catalog, dataset: string): LinkKey[] {
  const { problem, network, run } = catalog.settings;
  const common = [
    ...keysOf('problem', problem),
    ...keysOf('network', network),
    ...keysOf('run', run),
  ];
  return [...ownKeys('dataset', 'data', datasetRows(catalog, dataset), common), ...common];
}

/** The key of every row in a link on a surface. */
export function surfaceKeys(catalog: Catalog, surface: string): LinkKey[] {
  const common = [
    ...keysOf('descent', catalog.settings.surface),
    ...keysOf('run', catalog.settings.run),
  ];
  return [...ownKeys('surface', 'surface', surfaceRows(catalog, surface), common), ...common];
}

/** All keys of links, on any problem. */
export function allKeys(catalog: Catalog): ReadonlySet<string> {
  const rows = [
    ...catalog.datasets.map(({ id }) => linkKeys(catalog, id)),
    ...catalog.surfaces.map(({ id }) => surfaceKeys(catalog, id)),
  ];
  return new Set([...pageKeys, ...rows.flat().map(({ key }) => key)]);
}

function keysOf(group: Group, rows: readonly Hyperparameter[]): LinkKey[] {
  return rows.map((row) => ({ key: row.id, group, row }));
}

/** Keys that differ from the row's id, such as `dataSeed` for the data, as `seed` is the start's. */
function ownKeys(
  group: Group,
  prefix: string,
  rows: readonly Hyperparameter[],
  common: readonly LinkKey[],
): LinkKey[] {
  const taken = new Set([...pageKeys, ...common.map(({ key }) => key)]);
  return rows.map((row) => ({
    key: taken.has(row.id) ? prefixed(prefix, row.id) : row.id,
    group,
    row,
  }));
}

function prefixed(prefix: string, id: string): string {
  return `${prefix}${id.charAt(0).toUpperCase()}${id.slice(1)}`;
}
