// SPDX-License-Identifier: MIT
import { version } from '../../../../package.json';
import type { Model } from './model.ts';
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
  const { parameters, inputs, standardization } = model;
  const graph = new Graph(
    parameters[0]?.values instanceof Float64Array ? Float64Array : Float32Array,
  );
  let last = 'inputs';
  if (standardization) {
    const { mean, deviation } = standardization;
    last = graph.node('Sub', [last, graph.constant(mean, [inputs], 'inputs.mean')]);
    last = graph.node('Div', [last, graph.constant(deviation, [inputs], 'inputs.deviation')]);
  }
  let units = inputs;
  const layers = parameters.length / 2;
  for (let layer = 0; layer < layers; layer++) {
    const [weight, bias] = parameters.slice(2 * layer, 2 * layer + 2);
    if (!weight || !bias) break;
    const names = [weight, bias].map(({ values, shape, name }) =>
      graph.constant(values, shape, name),
    );
    last = graph.node('Gemm', [last, ...names], { attributes: { transB: 1 } });
    units = bias.values.length;
    if (layer + 1 < layers) last = activated(graph, last, model.activation);
  }
  answered(graph, last, model, units);
  return graph.file(
    { name: 'fall-line', producer: 'Fall Line', version, words },
    { name: 'inputs', shape: ['samples', inputs] },
    { name: 'predictions', shape: ['samples', units] },
  );
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
