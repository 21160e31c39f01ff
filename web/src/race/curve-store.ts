// SPDX-License-Identifier: MIT
import type { Curve } from '../../../wasm/types.ts';
import type { Axis } from '../model/settings.ts';
import { Columns } from './columns.ts';

type ColumnsOf<Values> = {
  [Name in keyof Curve]: Curve[Name] extends Values ? Name : never;
}[keyof Curve];

export type Column = ColumnsOf<Float64Array>;
/** A column that exists once per layer of a network. */
export type LayerColumn = ColumnsOf<Float64Array[]>;

export const axisColumns: Record<Axis, Column> = {
  steps: 'step',
  epochs: 'epoch',
  samples: 'samplesSeen',
  time: 'milliseconds',
};

/** The curve of one racer so far: a row for each record. */
export class CurveStore extends Columns<Column> {
  /** The columns that exist once per layer, layer by layer. Empty on a surface. */
  readonly layers: Columns<LayerColumn>[];

  constructor(of?: CurveStore, length = 0) {
    super(of, length);
    this.layers = of ? of.layers.map((layer) => new Columns(layer, length)) : [];
  }

  override append(records: Curve): void {
    const columns = Object.entries(records) as [string, Float64Array | Float64Array[]][];
    const single: [string, Float64Array][] = [];
    const layers: [string, Float64Array][][] = [];
    for (const [name, column] of columns) {
      if (!Array.isArray(column)) single.push([name, column]);
      else for (const [layer, each] of column.entries()) (layers[layer] ??= []).push([name, each]);
    }
    super.append(Object.fromEntries(single) as Record<Column, Float64Array>);
    for (const [layer, named] of layers.entries())
      (this.layers[layer] ??= new Columns()).append(
        Object.fromEntries(named) as Record<LayerColumn, Float64Array>,
      );
  }

  override truncate(length: number): void {
    super.truncate(length);
    for (const layer of this.layers) layer.truncate(length);
  }
}
