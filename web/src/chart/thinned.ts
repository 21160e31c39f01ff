// SPDX-License-Identifier: MIT
import type { Point } from './series.ts';

/**
 * The points of a line, at most about `limit` of them: of each stretch of records the lowest and the highest, and
 * always the first and the last. Values that can't be drawn are left out. ThinLine reads each record once, but
 * readings of past records come later.
 */
export function thinned(
  x: Float64Array,
  y: Float64Array,
  limit: number,
  canBeDrawn: (value: number) => boolean = () => true,
): Point[] {
  const drawn = (row: number): boolean => canBeDrawn(y[row] as number) && Number.isFinite(y[row]);
  let first = 0;
  let end = y.length;
  while (first < end && !drawn(first)) first++;
  while (end > first && !drawn(end - 1)) end--;
  const count = end - first;
  const stretches = count <= limit ? count : Math.max(1, Math.floor(limit / 2) - 1);
  const rows: number[] = [];
  const keep = (row: number): void => {
    if (row !== rows[rows.length - 1]) rows.push(row);
  };
  if (count > 0) keep(first);
  for (let stretch = 0; stretch < stretches; stretch++) {
    let low = -1;
    let high = -1;
    const until = first + Math.floor(((stretch + 1) * count) / stretches);
    for (let row = first + Math.floor((stretch * count) / stretches); row < until; row++) {
      if (!drawn(row)) continue;
      if (low < 0 || (y[row] as number) < (y[low] as number)) low = row;
      if (high < 0 || (y[row] as number) > (y[high] as number)) high = row;
    }
    if (low >= 0) keep(Math.min(low, high));
    if (low >= 0) keep(Math.max(low, high));
  }
  if (count > 0) keep(end - 1);
  return rows.map((row) => ({ x: x[row] ?? 0, y: y[row] as number }));
}
