// SPDX-License-Identifier: MIT
import type { Catalog } from '../../../wasm/types.ts';
import { ownPrefix, tableMarks } from '../model/own-table.ts';
import { bringTable } from './own-data.ts';

/** Adds the data set that a link contains or names, unless the engine generates it. Otherwise does nothing. */
export async function bringData(link: string, catalogs: readonly Catalog[]): Promise<void> {
  const [, id = '', table = ''] =
    /[?#&]dataset=([\w-]+)(?:&table=([\w-]+))?/.exec(`&${link}`) ?? [];
  if (table.startsWith(tableMarks.data)) return bringTable(link, catalogs);
  if (id === '' || catalogs.every(({ datasets }) => datasets.some((known) => known.id === id)))
    return;
  if (id.startsWith(ownPrefix)) {
    const { bringKept } = await import('./kept-data.ts');
    await bringKept(id, catalogs);
  } else {
    const { bringReal } = await import('./real-data.ts');
    await bringReal(id, catalogs);
  }
}
