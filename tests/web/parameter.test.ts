// SPDX-License-Identifier: MIT
import { expect, test } from 'vitest';
import { parameterAt, parameterIndex, parameterName } from '../../web/src/model/parameter.ts';
import { engines } from './support.ts';

const layersOf = (normalization: 'none' | 'layer') =>
  engines.float64
    .createRun({
      problem: { dataset: { id: 'moons' }, network: { hidden: [3, 2], normalization } },
      optimizer: { id: 'sgd' },
    })
    .layers();

test.each(['none', 'layer'] as const)('every parameter has a place (%s)', (normalization) => {
  const layers = layersOf(normalization);
  const last = layers.at(-1);
  const count = last ? last.biases + last.rows : 0;
  for (let parameter = 0; parameter < count; parameter++) {
    const place = parameterAt(layers, parameter);
    const layer = layers[place?.layer ?? -1];
    expect(layer && place && parameterIndex(layer, place)).toBe(parameter);
  }
  const names = Array.from({ length: count }, (_, parameter) => parameterName(layers, parameter));
  expect(new Set(names).size).toBe(count);
  expect(parameterAt(layers, count)).toBeUndefined();
});

test('gains and shifts are named', () => {
  const layers = layersOf('layer');
  const [, second] = layers;
  expect(parameterName(layers, (second?.gains ?? 0) + 1)).toBe(
    'the gain of unit 2 of hidden layer 2',
  );
  expect(parameterName(layers, second?.shifts ?? 0)).toBe('the shift of unit 1 of hidden layer 2');
});
