// SPDX-License-Identifier: MIT
import { version } from '../../../../package.json';
import type { Model, Normalized, Parameter } from './model.ts';
import { Graph } from './graph.ts';
import operators from './operators.json';

type Step = readonly [output: string, operator: string, ...inputs: (string | number)[]];

/** How ONNX computes each activation of the engine, from z to a. The engine's ids are data here, not code. */
const activations: Readonly<Record<string, unknown>> = operators.activations;

/** Whether all of a model can be said in ONNX. */
export const isKnown = (activation: string): boolean => Object.hasOwn(activations, activation);

/**
 * A model as ONNX: from rows of inputs in original units to what `predict` answers: values, the probability
 * of each class, or of two classes that of the second. The precision is that of the race.
 * @param words What the model is, for people.
 */
export function onnxOf(model: Model, words: string): Uint8Array<ArrayBuffer> {
  const { layers, inputs, standardization } = model;
  const graph = new Graph(
    layers[0]?.weight.values instanceof Float64Array ? Float64Array : Float32Array,
  );
  let last = 'inputs';
  if (standardization) {
    const { mean, deviation } = standardization;
    last = graph.node('Sub', [last, graph.constant(mean, [inputs], 'inputs.mean')]);
    last = graph.node('Div', [last, graph.constant(deviation, [inputs], 'inputs.deviation')]);
  }
  let units = inputs;
  for (const { weight, bias, normalized, activation } of layers) {
    const names = [weight, bias].map((parameter) => constant(graph, parameter));
    last = graph.node('Gemm', [last, ...names], { attributes: { transB: 1 } });
    units = bias.values.length;
    if (normalized) last = normalizedBy(graph, last, normalized);
    if (activation !== undefined) last = activated(graph, last, activation);
  }
  answered(graph, last, model, units);
  return graph.file(
    { name: 'fall-line', producer: 'Fall Line', version, words },
    { name: 'inputs', shape: ['samples', inputs] },
    { name: 'predictions', shape: ['samples', units] },
  );
}

const constant = (graph: Graph, { values, shape, name }: Parameter): string =>
  graph.constant(values, shape, name);

/** As core/network/hidden/normalizer.hpp: (z - mean) / √(variance + ε), times the gain, plus the shift. */
function normalizedBy(graph: Graph, z: string, { gain, shift, statistics }: Normalized): string {
  const averaged = (values: string) => graph.node('ReduceMean', [values], { lists: { axes: [1] } });
  const centred = graph.node('Sub', [
    z,
    statistics ? constant(graph, statistics.mean) : averaged(z),
  ]);
  const variance = statistics
    ? constant(graph, statistics.variance)
    : averaged(graph.node('Mul', [centred, centred]));
  const least = graph.constant([operators.epsilon], []);
  const deviation = graph.node('Sqrt', [graph.node('Add', [variance, least])]);
  const normal = graph.node('Div', [centred, deviation]);
  const scaled = graph.node('Mul', [normal, constant(graph, gain)]);
  return graph.node('Add', [scaled, constant(graph, shift)]);
}

function activated(graph: Graph, z: string, activation: string): string {
  const steps = activations[activation] as readonly Step[] | undefined;
  if (!steps) throw new Error(`ONNX has no operators for ${activation}.`);
  const names = new Map([['z', z]]);
  for (const [output, operator, ...inputs] of steps) {
    const given = inputs.map((input) =>
      typeof input === 'number' ? graph.constant([input], []) : (names.get(input) ?? ''),
    );
    names.set(output, graph.node(operator, given));
  }
  return names.get('a') ?? z;
}

/** From the sums of the last layer to what the loss makes of them. */
function answered(graph: Graph, sums: string, { classes, loss }: Model, units: number): void {
  const outputs = ['predictions'];
  if (classes === 0) graph.node('Identity', [sums], { outputs });
  else if (!operators.probabilities.includes(loss)) lead(graph, sums, units, outputs);
  else if (units === 1) graph.node('Sigmoid', [sums], { outputs });
  else graph.node('Softmax', [sums], { attributes: { axis: 1 }, outputs });
}

/** The lead of each class over the best other one: 0.5 at the boundary, and 1 for a lead of 1. */
function lead(graph: Graph, sums: string, units: number, outputs: string[]): void {
  const number = (value: number): string => graph.constant([value], []);
  let ahead = sums;
  if (units > 1) {
    const best = graph.node('TopK', [sums, graph.positions([2])], {
      attributes: { axis: 1 },
      outputs: ['best', 'places'],
    });
    const [first = '', second = ''] = [0, 1].map((place) =>
      graph.node('Gather', [best, graph.positions([place])], { attributes: { axis: 1 } }),
    );
    const isFirst = graph.node('Equal', [sums, first]);
    ahead = graph.node('Sub', [sums, graph.node('Where', [isFirst, second, first])]);
  }
  const share = graph.node('Mul', [graph.node('Add', [ahead, number(1)]), number(0.5)]);
  const least = graph.node('Max', [share, number(0)]);
  graph.node('Min', [least, number(1)], { outputs });
}
