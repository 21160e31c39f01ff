// SPDX-License-Identifier: MIT
import type { Catalog, Hyperparameter } from '../../../wasm/types.ts';
import { type Component, optimizerRows } from '../model/settings.ts';

/** Another value of a hyperparameter that may help a racer that diverged. */
export interface Remedy {
  row: Hyperparameter;
  value: number;
  better: number;
}

/** A tenth of the step size. If it is beyond the slider's range, a tenth of the slider's maximum. */
export function remedyFor(catalog: Catalog, { id, values }: Component): Remedy | undefined {
  const row = optimizerRows(catalog, id).find(({ role }) => role === 'step-size');
  const value = row && values[row.id];
  if (!row?.slider || typeof value !== 'number') return undefined;
  const better = Number((Math.min(value, row.slider.max) / 10).toPrecision(2));
  return better > 0 ? { row, value, better } : undefined;
}
