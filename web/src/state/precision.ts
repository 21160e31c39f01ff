// SPDX-License-Identifier: MIT
import type { Catalog, Precision } from '../../../wasm/types.ts';
import type { Settings } from './settings.ts';

/** The race's own choice: `auto` leaves it to the problem. */
export type PrecisionChoice = Precision | 'auto';

export const precisionChoices: readonly PrecisionChoice[] = ['auto', 'float32', 'float64'];

/** Whether one racer's rule can't work with less: then all race in it, or it would not be fair. */
export function requiresFloat64(catalog: Catalog, { racers }: Settings): boolean {
  return racers.some(({ on, optimizer: { id } }) => {
    const entry = catalog.optimizers.find((optimizer) => optimizer.id === id);
    return on && entry?.precision === 'float64';
  });
}

/** What the race is computed in: a network as frameworks do it, a surface with all digits. */
export function precisionOf(catalog: Catalog, settings: Settings): Precision {
  if (requiresFloat64(catalog, settings)) return 'float64';
  if (settings.precision !== 'auto') return settings.precision;
  return settings.surface ? 'float64' : 'float32';
}
