// SPDX-License-Identifier: MIT
import type { Catalog, Precision } from '../../../wasm/types.ts';
import { kindOf } from './problem-kinds.ts';
import type { Settings } from './settings.ts';

/** Whether a racer's rule needs float64. For a fair race all racers then use it. */
export function requiresFloat64(catalog: Catalog, { racers }: Settings): boolean {
  return racers.some(({ on, optimizer: { id } }) => {
    const entry = catalog.optimizers.find((optimizer) => optimizer.id === id);
    return on && entry?.precision === 'float64';
  });
}

/** The precision of the race. */
export function precisionOf(catalog: Catalog, settings: Settings): Precision {
  if (requiresFloat64(catalog, settings)) return 'float64';
  if (settings.precision !== 'auto') return settings.precision;
  return kindOf(settings).precision;
}
