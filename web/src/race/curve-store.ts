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

/** The curve of one racer so far: a row for each record. */
export class CurveStore extends Columns<Column> {
  constructor() {
    super(columns);
  }
}
