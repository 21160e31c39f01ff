// SPDX-License-Identifier: MIT
import type { Layer } from '../../../wasm/types.ts';
import { msg } from '../language/message.ts';

/** A parameter of a network: a weight if there is a column, or another number of a row. All count from 0. */
export interface ParameterPlace {
  layer: number;
  row: number;
  column: number | undefined;
  kind: 'weights' | 'biases' | 'gains' | 'shifts';
}

/** Where a parameter is, or undefined if the network has no such parameter. */
export function parameterAt(
  layers: readonly Layer[],
  parameter: number,
): ParameterPlace | undefined {
  const layer = layers.filter(({ weights }) => weights <= parameter).length - 1;
  const found = layers[layer];
  if (!found) return undefined;
  for (const kind of ['shifts', 'gains', 'biases'] as const) {
    const from = found[kind];
    if (from === 0 || parameter < from) continue;
    const row = parameter - from;
    return row < found.rows ? { layer, row, column: undefined, kind } : undefined;
  }
  const index = parameter - found.weights;
  const row = Math.floor(index / found.columns);
  return { layer, row, column: index % found.columns, kind: 'weights' };
}

/** Where it is among all parameters. */
export function parameterIndex(layer: Layer, { row, column, kind }: ParameterPlace): number {
  return layer[kind] + (column === undefined ? row : row * layer.columns + column);
}

/** The name of a parameter in a sentence: the weight from input 2 to unit 1 of hidden layer 1. */
export function parameterName(layers: readonly Layer[], parameter: number): string {
  const place = parameterAt(layers, parameter);
  if (!place) return msg('the parameter');
  const { layer, row, column, kind } = place;
  const unit = row + 1;
  const isOutput = layer === layers.length - 1;
  if (kind === 'gains')
    return msg('the gain of unit {unit} of hidden layer {layer}', { unit, layer: layer + 1 });
  if (kind === 'shifts')
    return msg('the shift of unit {unit} of hidden layer {layer}', { unit, layer: layer + 1 });
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
