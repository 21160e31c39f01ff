// SPDX-License-Identifier: MIT
import type { Path } from '../../../wasm/types.ts';
import type { Point } from '../model/settings.ts';
import { Columns } from './columns.ts';

/** The path of one racer on a surface so far. Empty for a network. */
export class PathStore extends Columns<keyof Path> {
  point(row: number): Point {
    return [this.at('x', row), this.at('y', row)];
  }

  get end(): Point | undefined {
    return this.length > 0 ? this.point(this.length - 1) : undefined;
  }

  /** The point after `step`, or at the last waypoint before it. */
  after(step: number): Point | undefined {
    const row = this.rowAt('step', step);
    return row < 0 ? undefined : this.point(row);
  }
}
