// SPDX-License-Identifier: MIT
import type { Layer } from '../../../wasm/types.ts';
import { msg } from '../language/message.ts';

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
  if (!place) return msg('the parameter');
  const { layer, row, column } = place;
  const unit = row + 1;
  const isOutput = layer === layers.length - 1;
  if (column === undefined)
    return isOutput
      ? msg('the bias of unit {unit} of the output layer', { unit })
      : msg('the bias of unit {unit} of hidden layer {layer}', { unit, layer: layer + 1 });
  const from = column + 1;
  if (layer === 0)
    return isOutput
      ? msg('the weight from input {from} to unit {unit} of the output layer', { from, unit })
      : msg('the weight from input {from} to unit {unit} of hidden layer {layer}', {
          from,
          unit,
          layer: layer + 1,
        });
  return isOutput
    ? msg(
        'the weight from unit {from} of hidden layer {before} to unit {unit} of the output layer',
        {
          from,
          before: layer,
          unit,
        },
      )
    : msg(
        'the weight from unit {from} of hidden layer {before} to unit {unit} of hidden layer {layer}',
        {
          from,
          before: layer,
          unit,
          layer: layer + 1,
        },
      );
}
