// SPDX-License-Identifier: MIT
import type { Readings } from '../../../wasm/types.ts';

/**
 * The readings of a racer's instruments: of each the columns, with a row for each record of its curve. Rows may
 * come in any order. Those that have not come yet are NaN.
 */
export class ReadingTable {
  #columns = new Map<string, Float64Array[]>();
  #lengths = new Map<string, number>();

  /** The columns of an instrument. None if it has no readings. */
  of(id: string): Float64Array[] {
    const length = this.#lengths.get(id) ?? 0;
    return (this.#columns.get(id) ?? []).map((column) => column.subarray(0, length));
  }

  /** The number of rows that all of these instruments have. */
  length(ids: readonly string[]): number {
    return Math.min(...ids.map((id) => this.#lengths.get(id) ?? 0));
  }

  /** Takes rows from `from` on. A NaN does not replace a number, because it may stand for a row that was missed. */
  put(from: number, readings: Readings): void {
    for (const [id, added] of Object.entries(readings)) {
      const end = from + (added[0]?.length ?? 0);
      const known = this.#columns.get(id) ?? [];
      this.#columns.set(
        id,
        added.map((values, index) => filled(known[index], from, values)),
      );
      this.#lengths.set(id, Math.max(end, this.#lengths.get(id) ?? 0));
    }
  }
}

/** The column with some rows filled in, in more room if needed. */
function filled(known: Float64Array | undefined, from: number, values: Float64Array): Float64Array {
  const end = from + values.length;
  let column = known ?? new Float64Array(256).fill(Number.NaN);
  if (column.length < end) {
    column = new Float64Array(Math.max(end, 2 * column.length)).fill(Number.NaN);
    if (known) column.set(known);
  }
  for (const [row, value] of values.entries()) if (!Number.isNaN(value)) column[from + row] = value;
  return column;
}
