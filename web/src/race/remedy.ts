// SPDX-License-Identifier: MIT
import type { Catalog, Hyperparameter } from '../../../wasm/types.ts';
import { type Component, optimizerRows } from '../state/settings.ts';

/** What a racer that diverged may try: another value of one of its hyperparameters. */
export interface Remedy {
  row: Hyperparameter;
  value: number;
  better: number;
}

/**
 * A tenth of its step size: a rule's first number on a logarithmic slider, by how rules are declared.
 * Beyond the slider's span, a tenth of the largest value on it.
 */
export function remedyFor(catalog: Catalog, { id, values }: Component): Remedy | undefined {
  const row = optimizerRows(catalog, id).find(
    ({ kind, slider }) => kind === 'number' && slider?.scale === 'log',
  );
  const value = row && values[row.id];
  if (!row?.slider || typeof value !== 'number') return undefined;
  const better = Number((Math.min(value, row.slider.max) / 10).toPrecision(2));
  return better > 0 ? { row, value, better } : undefined;
}
