// SPDX-License-Identifier: MIT
import type { Catalog } from '../../../wasm/types.ts';
import { changedPaths } from './changed-paths.ts';
import type { Settings } from './settings.ts';

/** Whether the losses of two races can be compared: the same surface, or the same data set and loss. */
export function sameMeasure(catalog: Catalog, a: Settings, b: Settings): boolean {
  if (a.surface && b.surface) {
    const { id, values } = b.surface;
    return a.surface.id === id && changedPaths(a.surface.values, values).length === 0;
  }
  if (a.surface || b.surface) return false;
  return a.dataset.id === b.dataset.id && lossOf(catalog, a) === lossOf(catalog, b);
}

/** The chosen loss, or the default of the task. */
function lossOf(catalog: Catalog, { dataset, network }: Settings): string {
  if (network.loss) return String(network.loss);
  const task = catalog.datasets.find(({ id }) => id === dataset.id)?.task;
  return catalog.losses.find(({ defaultFor }) => task && defaultFor.includes(task))?.id ?? '';
}
