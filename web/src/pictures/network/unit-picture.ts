// SPDX-License-Identifier: MIT
import type { DataView as SplitData } from '../../../../wasm/types.ts';
import { isImage } from '../images.ts';
import type { NetworkView } from './network-view.ts';
import { type Column, inputLayer, type Unit } from './part.ts';
import { cells } from './question.ts';
import { type Cells, meanOfChannels } from './tile.ts';

/** What the small picture of a unit shows. */
export type UnitPicture =
  /** Its response over the input plane, its incoming weights as an image, or an input image. */
  | { kind: 'response' | 'weights' | 'sample'; cells: Cells }
  /** Its response over one input, at evenly spaced points. */
  | { kind: 'curve'; values: Float64Array }
  /** The weights from the units that are shown before it. */
  | { kind: 'bars'; values: number[] };

/** The picture of a unit, where inputs are shown as one image if they are images. */
export function pictureOf(view: NetworkView, data: SplitData, unit: Unit): UnitPicture {
  const { question } = view;
  if (isImage(data.shape)) {
    if (unit.layer === inputLayer) return { kind: 'sample', cells: sampleCells(data) };
    if (unit.layer === 0 && view.isDense(0))
      return { kind: 'weights', cells: weightCells(view, data, unit) };
  } else if (question.width === 1) {
    return { kind: 'curve', values: view.response(unit) };
  } else if (question.width === 2) {
    const values = view.response(unit);
    return { kind: 'response', cells: { columns: cells, rows: cells, values, smooth: true } };
  }
  return { kind: 'bars', values: weightsFromShown(view, unit) };
}

/** The first training sample, with the range of its numbers from 0 to 1. */
function sampleCells({ inputs, train, shape }: SplitData): Cells {
  const values = meanOfChannels(inputs[train[0] ?? 0] ?? [], shape);
  const low = Math.min(...values);
  const range = Math.max(...values) - low || 1;
  return {
    columns: shape.width,
    rows: shape.height,
    values: values.map((value) => (value - low) / range),
    smooth: false,
  };
}

function weightCells(view: NetworkView, { shape }: SplitData, unit: Unit): Cells {
  const weights = view.weights(unit).map(({ value }) => value);
  const values = meanOfChannels(weights, shape);
  return { columns: shape.width, rows: shape.height, values, smooth: false };
}

/** The weights from the shown units of the column before. */
export function weightsFromShown(view: NetworkView, unit: Unit): number[] {
  const before = columnBefore(view, unit);
  if (!before) return [];
  const weights = view.weights(unit);
  return weights.slice(before.first, before.first + before.count).map(({ value }) => value);
}

function columnBefore(view: NetworkView, { layer }: Unit): Column | undefined {
  return view.part.columns.find((one) => one.layer === layer - 1);
}
