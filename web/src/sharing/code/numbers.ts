// SPDX-License-Identifier: MIT
import type { Material } from './material.ts';
import { inLines, packed } from './packed.ts';
import { width } from './python.ts';

/** The arrays of a script: their names, and what follows the decoding of each. */
export function numbers(
  { data, start, order }: Material,
  standardized: boolean,
  usesOrder: boolean,
): string {
  const { inputs, targets, train, test, classes } = data;
  const columns = inputs[0]?.length ?? 0;
  const of = <T>(rows: readonly T[], places: readonly number[]): T[] =>
    places.map((place) => rows[place]).filter((row) => row !== undefined);
  const rows = targets as readonly (number | readonly number[])[];
  const values = (places: readonly number[]): number[] => of(rows, places).flat() as number[];
  const outputs = Array.isArray(rows[0]) ? rows[0].length : 1;
  // Class numbers stay integers, as PyTorch's losses want them.
  const targetForm = classes > 0 ? '.long()' : `.double().reshape(-1, ${outputs})`;
  const inputForm = `.double().reshape(-1, ${columns})`;
  const arrays: [name: string, values: readonly number[], form: string][] = [
    ['x_train', of(inputs, train).flat(), inputForm],
    ['y_train', values(train), targetForm],
  ];
  if (test.length > 0)
    arrays.push(
      ['x_test', of(inputs, test).flat(), inputForm],
      ['y_test', values(test), targetForm],
    );
  arrays.push(['initial_weights', Array.from(start), '.double()']);
  if (usesOrder) arrays.push(['epochs', order.flat(), '.long().reshape(-1, len(x_train))']);
  const texts = arrays.map(([name, list, form]) => decoded(name, list, form));
  return texts.join('\n') + (standardized ? `\n${standardizing(test.length > 0)}` : '');
}

function decoded(name: string, values: readonly number[], form: string): string {
  const { dtype, base64 } = packed(values);
  return `${name} = """
${inLines(base64, width)}
"""
${name} = unpack(${name}, torch.${dtype})${form}`;
}

/** A constant input keeps its deviation of 1. */
const standardizing = (isTested: boolean): string => `
# Every input gets mean 0 and deviation 1 on the training samples.
mean, deviation = x_train.mean(0), x_train.std(0, unbiased=False)
deviation[deviation == 0] = 1
x_train = (x_train - mean) / deviation${isTested ? '\nx_test = (x_test - mean) / deviation' : ''}`;
