// SPDX-License-Identifier: MIT

/**
 * A table of numbers with named columns, which are those of the first rows. Rows can be appended, but
 * never change.
 */
export class Columns<Name extends string> {
  length = 0;
  readonly #columns: Map<Name, Float64Array>;

  /** The first rows of another table. They are shared, so nothing may be appended to both. */
  constructor(of?: Columns<Name>, length = 0) {
    this.#columns = of ? of.#columns : new Map();
    this.length = length;
  }

  append(rows: Readonly<Record<Name, Float64Array>>): void {
    const added = Object.entries<Float64Array>(rows) as [Name, Float64Array][];
    const grown = this.length + (added[0]?.[1].length ?? 0);
    for (const [name, values] of added) {
      let column = this.#columns.get(name) ?? new Float64Array(256);
      if (column.length < grown) {
        const wider = new Float64Array(Math.max(grown, 2 * column.length));
        wider.set(column.subarray(0, this.length));
        column = wider;
      }
      column.set(values, this.length);
      this.#columns.set(name, column);
    }
    this.length = grown;
  }

  /** Removes the rows from index `length` on. */
  truncate(length: number): void {
    this.length = Math.min(this.length, length);
  }

  get names(): Name[] {
    return [...this.#columns.keys()];
  }

  column(name: Name): Float64Array {
    return (this.#columns.get(name) ?? new Float64Array()).subarray(0, this.length);
  }

  at(name: Name, row: number): number {
    return this.column(name)[row] ?? Number.NaN;
  }

  last(name: Name): number {
    return this.at(name, this.length - 1);
  }

  /** The last row in which `name` is at most `value`, or -1. The column must be increasing. */
  rowAt(name: Name, value: number): number {
    const column = this.column(name);
    let low = 0;
    let high = column.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((column[middle] ?? 0) <= value) low = middle + 1;
      else high = middle;
    }
    return low - 1;
  }
}
