// SPDX-License-Identifier: MIT
import type { Curve } from '../../../wasm/types.ts';

export type Column = keyof Curve;

const columns: readonly Column[] = [
  'step',
  'epoch',
  'samplesSeen',
  'milliseconds',
  'trainLoss',
  'testLoss',
  'trainAccuracy',
  'testAccuracy',
];

/** The rungs of one racer so far. Grows by appending; a rung never changes once it is there. */
export class CurveStore {
  length = 0;
  #columns = new Map<Column, Float64Array>();

  append(rungs: Curve): void {
    const grown = this.length + rungs.step.length;
    for (const name of columns) {
      let column = this.#columns.get(name) ?? new Float64Array(256);
      if (column.length < grown) {
        const wider = new Float64Array(Math.max(grown, 2 * column.length));
        wider.set(column.subarray(0, this.length));
        column = wider;
      }
      column.set(rungs[name], this.length);
      this.#columns.set(name, column);
    }
    this.length = grown;
  }

  /** Forgets the rungs from number `length` on. */
  truncate(length: number): void {
    this.length = Math.min(this.length, length);
  }

  column(name: Column): Float64Array {
    return (this.#columns.get(name) ?? new Float64Array()).subarray(0, this.length);
  }

  at(name: Column, rung: number): number {
    return this.column(name)[rung] ?? Number.NaN;
  }

  last(name: Column): number {
    return this.at(name, this.length - 1);
  }

  /** The last rung whose `name` is at most `value`, or -1. Holds for the columns that only grow. */
  rungAt(name: Column, value: number): number {
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
