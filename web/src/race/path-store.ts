// SPDX-License-Identifier: MIT
import type { Path } from '../../../wasm/types.ts';
import type { Point } from '../state/settings.ts';
import { Columns } from './columns.ts';

/** Where one racer has been on a surface so far; empty on data. */
export class PathStore extends Columns<keyof Path> {
  constructor() {
    super(['step', 'x', 'y']);
  }

  point(row: number): Point {
    return [this.at('x', row), this.at('y', row)];
  }

  get end(): Point | undefined {
    return this.length > 0 ? this.point(this.length - 1) : undefined;
  }

  /** Where it was after `step`, or at the last waypoint before. */
  after(step: number): Point | undefined {
    const row = this.rowAt('step', step);
    return row < 0 ? undefined : this.point(row);
  }
}
