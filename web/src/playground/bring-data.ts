// SPDX-License-Identifier: MIT
import type { Catalog } from '../../../wasm/types.ts';
import { ownPrefix } from '../model/own-table.ts';
import { bringTable } from './own-data.ts';

/** Adds the data set that a link contains or names, unless the engine generates it. Otherwise does nothing. */
export async function bringData(link: string, catalogs: readonly Catalog[]): Promise<void> {
  const [, id = ''] = /[?#&]dataset=([\w-]+)/.exec(`&${link}`) ?? [];
  if (id.startsWith(ownPrefix)) return bringTable(link, catalogs);
  if (id === '' || catalogs[0]?.datasets.some((known) => known.id === id)) return;
  await (await import('./real-data.ts')).bringReal(id, catalogs);
}
