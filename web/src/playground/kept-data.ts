// SPDX-License-Identifier: MIT
/** Data sets of the reader's own that stay in this browser. */
import type { Catalog } from '../../../wasm/types.ts';
import { keepSamples, keptSamples, keptSets, removeSamples } from '../data/kept.ts';
import { addSamples, brought, entryOf } from './own-data.ts';

export { keptSets } from '../data/kept.ts';

/** Has an event `change` whenever this page keeps or removes a data set. */
export const keptChanges = new EventTarget();

const tellChange = (): boolean => keptChanges.dispatchEvent(new Event('change'));

/** Keeps a data set that was brought to this page. Throws a TableError if the browser refuses. */
export async function keep(id: string): Promise<void> {
  const samples = brought.get(id);
  if (!samples) throw new Error(`${id} was not brought to this page.`);
  await keepSamples(id, samples, Date.now());
  // Otherwise a browser may remove it when its disk is full. It may refuse, and then the data stay as long as it can.
  void navigator.storage?.persist?.().catch(() => false);
  tellChange();
}

/** Removes a data set from this browser. The page goes on using it. */
export async function forget(id: string): Promise<void> {
  await removeSamples(id);
  tellChange();
}

export const isKept = async (id: string): Promise<boolean> =>
  (await keptSets()).some((set) => set.id === id);

/** Adds a kept data set to catalogs. Returns whether it is kept. */
export async function bringKept(id: string, catalogs: readonly Catalog[]): Promise<boolean> {
  const samples = await keptSamples(id);
  if (!samples) return false;
  brought.set(id, samples);
  addSamples(catalogs, entryOf(id, samples.prepared, samples.table), samples.prepared);
  return true;
}
