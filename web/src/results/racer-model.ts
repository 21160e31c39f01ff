// SPDX-License-Identifier: MIT
import type { Catalog, DataView as SplitData, Layer } from '../../../wasm/types.ts';
import { kindOf } from '../model/problem-kinds.ts';
import type { Racer } from '../race/racer.ts';
import type { Settings } from '../model/settings.ts';
import type { Model, Numbers, Parameter } from './models/model.ts';
import type { Subject } from './subject.ts';

/** The model of a racer with the parameters that it is evaluated with. Throws an Error if its engine is gone. */
export async function modelOf({ catalog, race, settings }: Subject, racer: Racer): Promise<Model> {
  const { data } = race;
  const [layers, values] = await Promise.all([
    racer.ask('layers'),
    racer.ask('evaluationParameters'),
  ]);
  if (!data || !layers || !values) throw new Error('The racer has no parameters.');
  const inputs = data.inputs[0]?.length ?? 0;
  return {
    parameters: parametersOf(layers, values),
    activation: String(settings.network['activation']),
    loss: lossOf(catalog, settings, data),
    classes: data.classes,
    inputs,
    standardization: isStandardized(settings) ? standardizationOf(data, inputs) : undefined,
  };
}

function parametersOf(layers: readonly Layer[], values: Numbers): Parameter[] {
  return layers.flatMap(({ rows, columns, weights, biases }, index) => [
    {
      name: `layer${index + 1}.weight`,
      shape: [rows, columns],
      values: values.slice(weights, weights + rows * columns),
    },
    { name: `layer${index + 1}.bias`, shape: [rows], values: values.slice(biases, biases + rows) },
  ]);
}

/** The chosen loss, or the one that the engine chooses. */
function lossOf(catalog: Catalog, { network }: Settings, { classes }: SplitData): string {
  const task = classes > 0 ? 'classification' : 'regression';
  const usual = catalog.losses.find(({ defaultFor }) => defaultFor.includes(task))?.id ?? '';
  return String(network['loss'] || usual);
}

/** Unless the settings say it, own data are standardized and generated ones are not. */
function isStandardized(settings: Settings): boolean {
  const problem = kindOf(settings).forEngine(settings);
  if (!('dataset' in problem)) return false;
  return problem.standardize ?? 'inputs' in problem.dataset;
}

/** As core/data/split.cpp: by the training samples, and inputs that do not vary are only centred. */
function standardizationOf({ inputs, train }: SplitData, width: number) {
  const [mean, deviation] = [new Float64Array(width), new Float64Array(width).fill(1)];
  for (let input = 0; input < width; input++) {
    const values = train.map((index) => inputs[index]?.[input] ?? 0);
    const first = values[0] ?? 0;
    const average = first + sum(values.map((value) => value - first)) / values.length;
    const variance = sum(values.map((value) => (value - average) ** 2)) / values.length;
    mean[input] = average;
    if (variance > 0) deviation[input] = Math.sqrt(variance);
  }
  return { mean, deviation };
}

const sum = (values: readonly number[]): number => values.reduce((all, value) => all + value, 0);
