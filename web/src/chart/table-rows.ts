// SPDX-License-Identifier: MIT
import { plain, threeDigits } from '../format/number.ts';
import type { Axis } from '../model/settings.ts';

const mostRows = 50;

/** A row of the table: the abscissa and its text. */
export interface TableRow {
  x: number;
  label: string;
}

/**
 * At most fifty rows, denser at the start where most happens. If abscissas have the same text, such as
 * equal times, only the last one.
 */
export function tableRows(abscissas: Float64Array, axis: Axis): TableRow[] {
  const last = abscissas.length - 1;
  const rows = new Map<string, TableRow>();
  for (let row = 0; row < mostRows; row++) {
    const index = Math.round((last + 1) ** (row / (mostRows - 1)) - 1);
    const x = abscissas[Math.min(last, index)];
    if (x === undefined) continue;
    const label = axis === 'time' ? threeDigits(x) : plain(x);
    rows.set(label, { x, label });
  }
  return [...rows.values()];
}
