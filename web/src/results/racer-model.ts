// SPDX-License-Identifier: MIT
import type { Catalog, DataView as SplitData, Layer } from '../../../wasm/types.ts';
import { kindOf } from '../model/problem-kinds.ts';
import type { Racer } from '../race/racer.ts';
import { type Piece, wholeData } from '../race/whole-data.ts';
import type { Settings } from '../model/settings.ts';
import { hiddenActivations } from '../model/hidden-activations.ts';
import type { Model, ModelLayer, Numbers } from './models/model.ts';
import type { Subject } from './subject.ts';

/** The model of a racer with the parameters that it is evaluated with. Throws an Error if its engine is gone. */
export async function modelOf({ catalog, race, settings }: Subject, racer: Racer): Promise<Model> {
  const { data } = race;
  const [layers, values, statistics] = await Promise.all([
    racer.ask('layers'),
    racer.ask('evaluationParameters'),
    racer.ask('batchStatistics'),
  ]);
  if (!data || !layers || !values || !statistics) throw new Error('The racer has no parameters.');
  const inputs = data.inputs[0]?.length ?? 0;
  return {
    layers: layersOf(layers, values, statistics, hiddenActivations(settings, layers.length - 1)),
    loss: lossOf(catalog, settings, data),
    classes: data.classes,
    inputs,
    standardization: isStandardized(settings)
      ? await standardizationOf(() => wholeData(data, racer), inputs)
      : undefined,
  };
}

/** `statistics` holds the means of the units of each hidden layer, then their variances. */
function layersOf(
  layers: readonly Layer[],
  values: Numbers,
  statistics: Float64Array,
  activations: readonly string[],
): ModelLayer[] {
  let from = 0;
  return layers.map(({ rows, columns, weights, biases, gains, shifts }, index) => {
    const named = (what: string, all: Numbers, at: number, shape = [rows]) => ({
      name: `layer${index + 1}.${what}`,
      shape,
      values: all.slice(at, at + shape.reduce((count, extent) => count * extent, 1)),
    });
    const next = (what: string) => {
      const part = named(what, statistics, from);
      from += rows;
      return part;
    };
    return {
      weight: named('weight', values, weights, [rows, columns]),
      bias: named('bias', values, biases),
      normalized:
        gains > 0
          ? {
              gain: named('gain', values, gains),
              shift: named('shift', values, shifts),
              statistics:
                statistics.length > 0
                  ? { mean: next('mean'), variance: next('variance') }
                  : undefined,
            }
          : undefined,
      activation: activations[index],
    };
  });
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
async function standardizationOf(pieces: () => AsyncIterable<Piece>, width: number) {
  const [mean, deviation] = [new Float64Array(width), new Float64Array(width).fill(1)];
  const [sums, squares] = [new Float64Array(width), new Float64Array(width)];
  let first: readonly number[] | undefined;
  let count = 0;
  for await (const { inputs, train } of pieces()) {
    count += train.length;
    for (const row of train.map((index) => inputs[index] ?? [])) {
      first ??= row;
      for (const [i, value] of row.entries()) sums[i] = (sums[i] ?? 0) + value - (first[i] ?? 0);
    }
  }
  for (let i = 0; i < width; i++) mean[i] = (first?.[i] ?? 0) + (sums[i] ?? 0) / count;
  for await (const { inputs, train } of pieces())
    for (const row of train.map((index) => inputs[index] ?? []))
      for (const [i, value] of row.entries())
        squares[i] = (squares[i] ?? 0) + (value - (mean[i] ?? 0)) ** 2;
  for (const [i, square] of squares.entries())
    if (square > 0) deviation[i] = Math.sqrt(square / count);
  return { mean, deviation };
}
