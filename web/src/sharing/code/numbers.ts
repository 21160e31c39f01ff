// SPDX-License-Identifier: MIT
import type { Material } from './material.ts';
import { inLines, packed } from './packed.ts';
import { width } from './python.ts';

/** How a library writes arrays. `unpacked` is a call of the script's `unpack`. */
export interface Forms {
  dtype(name: string): string;
  /** As rows of so many columns, or without columns as a list. */
  floats(unpacked: string, columns?: number): string;
  /** Targets that are class numbers. */
  classes(unpacked: string, classes: number): string;
  order(unpacked: string): string;
  /** The deviation of each column of `x_train`. */
  readonly deviation: string;
}

/** The arrays of a script: their names, and what follows the decoding of each. */
export function numbers(
  { data, start, order }: Material,
  standardized: boolean,
  usesOrder: boolean,
  forms: Forms,
): string {
  const { inputs, targets, train, test, classes } = data;
  const columns = inputs[0]?.length ?? 0;
  const of = <T>(rows: readonly T[], places: readonly number[]): T[] =>
    places.map((place) => rows[place]).filter((row) => row !== undefined);
  const rows = targets as readonly (number | readonly number[])[];
  const values = (places: readonly number[]): number[] => of(rows, places).flat() as number[];
  const outputs = Array.isArray(rows[0]) ? rows[0].length : 1;
  const asTargets = (unpacked: string) =>
    classes > 0 ? forms.classes(unpacked, classes) : forms.floats(unpacked, outputs);
  const asInputs = (unpacked: string) => forms.floats(unpacked, columns);
  const arrays: [name: string, values: readonly number[], form: (unpacked: string) => string][] = [
    ['x_train', of(inputs, train).flat(), asInputs],
    ['y_train', values(train), asTargets],
  ];
  if (test.length > 0)
    arrays.push(['x_test', of(inputs, test).flat(), asInputs], ['y_test', values(test), asTargets]);
  arrays.push(['initial_weights', Array.from(start), (unpacked) => forms.floats(unpacked)]);
  if (usesOrder) arrays.push(['epochs', order.flat(), (unpacked) => forms.order(unpacked)]);
  const texts = arrays.map(([name, list, form]) => decoded(name, list, form, forms));
  return texts.join('\n') + (standardized ? `\n${standardizing(test.length > 0, forms)}` : '');
}

function decoded(
  name: string,
  values: readonly number[],
  form: (unpacked: string) => string,
  { dtype }: Forms,
): string {
  const { dtype: type, base64 } = packed(values);
  return `${name} = """
${inLines(base64, width)}
"""
${name} = ${form(`unpack(${name}, ${dtype(type)})`)}`;
}

/** A constant input keeps its deviation of 1. */
const standardizing = (isTested: boolean, { deviation }: Forms): string => `
# Every input gets mean 0 and deviation 1 on the training samples.
mean, deviation = x_train.mean(0), ${deviation}
deviation[deviation == 0] = 1
x_train = (x_train - mean) / deviation${isTested ? '\nx_test = (x_test - mean) / deviation' : ''}`;
