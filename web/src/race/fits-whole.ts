// SPDX-License-Identifier: MIT
import type { Catalog } from '../../../wasm/types.ts';
import type { Settings } from '../model/settings.ts';

/** Whether a rule uses the whole training set and more than its gradient. Such rules overfit early. */
export function fitsWhole({ optimizers }: Catalog, { racers }: Settings): boolean {
  return racers.some(({ on, optimizer: { id } }) => {
    const entry = optimizers.find((optimizer) => optimizer.id === id);
    if (!on || entry?.batch !== 'full') return false;
    const { needs } = entry;
    return needs.some((need) => need !== 'gradient') && needs.some((need) => need !== 'value');
  });
}
