// SPDX-License-Identifier: MIT
import type { Layer } from '../../../wasm/types.ts';

/** A parameter of a network: a weight, or the bias of a row if there is no column. All count from 0. */
export interface ParameterPlace {
  layer: number;
  row: number;
  column: number | undefined;
}

/** Where a parameter is, or undefined if the network has no such parameter. */
export function parameterAt(
  layers: readonly Layer[],
  parameter: number,
): ParameterPlace | undefined {
  const layer = layers.filter(({ weights }) => weights <= parameter).length - 1;
  const found = layers[layer];
  if (!found || parameter >= found.biases + found.rows) return undefined;
  if (parameter >= found.biases) return { layer, row: parameter - found.biases, column: undefined };
  const index = parameter - found.weights;
  return { layer, row: Math.floor(index / found.columns), column: index % found.columns };
}

/** The name of a parameter in a sentence: the weight from input 2 to unit 1 of hidden layer 1. */
export function parameterName(layers: readonly Layer[], parameter: number): string {
  const place = parameterAt(layers, parameter);
  if (!place) return 'the parameter';
  const { layer, row, column } = place;
  const where = layer === layers.length - 1 ? 'the output layer' : `hidden layer ${layer + 1}`;
  const unit = `unit ${row + 1} of ${where}`;
  if (column === undefined) return `the bias of ${unit}`;
  return `the weight from ${layer === 0 ? 'input' : 'unit'} ${column + 1}${layer === 0 ? '' : ` of hidden layer ${layer}`} to ${unit}`;
}
