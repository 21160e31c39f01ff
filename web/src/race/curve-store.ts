// SPDX-License-Identifier: MIT
import type { Curve } from '../../../wasm/types.ts';
import type { Axis } from '../model/settings.ts';
import { Columns } from './columns.ts';

export type Column = keyof Curve;

export const axisColumns: Record<Axis, Column> = {
  steps: 'step',
  epochs: 'epoch',
  samples: 'samplesSeen',
  time: 'milliseconds',
};

const columns: readonly Column[] = [
  'step',
  'epoch',
  'samplesSeen',
  'milliseconds',
  'trainLoss',
  'testLoss',
  'trainAccuracy',
  'testAccuracy',
  'learningRate',
];

/** The curve of one racer so far. */
export class CurveStore extends Columns<Column> {
  constructor() {
    super(columns);
  }

  /** The last rung in which `name` is at most `value`, or -1. The column must be increasing. */
  rungAt(name: Column, value: number): number {
    return this.rowAt(name, value);
  }
}
