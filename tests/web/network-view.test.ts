// SPDX-License-Identifier: MIT
import { describe, expect, test } from 'vitest';
import type { DataView as SplitData } from '../../wasm/types.ts';
import {
  largest,
  NetworkView,
  rangesOf,
  strongest,
} from '../../web/src/pictures/network/network-view.ts';
import { shownPart } from '../../web/src/pictures/network/part.ts';
import { questionFor } from '../../web/src/pictures/network/question.ts';
import {
  labelInLayer,
  nameInLayer,
  sourceName,
  unitInWords,
  unitName,
} from '../../web/src/pictures/network/unit-names.ts';
import { pictureOf } from '../../web/src/pictures/network/unit-picture.ts';
import { engines } from './support.ts';

/** A network on own data, with these parameters, and a view of it as the page makes it. */
function viewOf(
  data: { inputs: number[][]; targets: number[]; shape?: { height: number; width: number } },
  hidden: number[],
  parameters: number[],
  firsts = new Map<number, number>(),
) {
  const run = engines.float64.createRun({
    problem: {
      dataset: { ...data, task: 'classification' },
      standardize: false,
      testFraction: 0,
      network: { hidden, activation: 'relu' },
    },
    optimizer: { id: 'sgd' },
  });
  run.setParameters(parameters);
  const split = run.data();
  const layers = run.layers();
  const inputs = data.shape ? 1 : (data.inputs[0]?.length ?? 0);
  const part = shownPart(
    inputs,
    layers.map(({ units }) => units),
    firsts,
  );
  const question = questionFor(split);
  const activations = run.activations(question.rows, rangesOf(part));
  return {
    view: new NetworkView(part, question, {
      layers,
      parameters: run.evaluationParameters,
      activations,
    }),
    split,
  };
}

const plane = {
  inputs: [
    [3, 1],
    [0, 1],
  ],
  targets: [0, 1],
};
/** W1 = (1 -1; 0.5 2), b1 = (0, -1), W2 = (2 -3), b2 = 0.25. */
const small = [1, -1, 0.5, 2, 0, -1, 2, -3, 0.25];

describe('a view of a network', () => {
  const { view, split } = viewOf(plane, [2], small);

  // (3, 1) gives 2, 2.5, -3.25, and (0, 1) gives 0, 1, -2.75.
  test('tells the responses to the samples', () => {
    expect(view.samples).toBe(2);
    expect(view.reach({ layer: 0, unit: 0 })).toEqual({ mean: 1, low: 0, high: 2 });
    expect(view.reach({ layer: 0, unit: 1 })).toEqual({ mean: 1.75, low: 1, high: 2.5 });
    expect(view.reach({ layer: 1, unit: 0 })).toEqual({ mean: -3, low: -3.25, high: -2.75 });
    expect(view.reach({ layer: -1, unit: 0 })).toEqual({ mean: 1.5, low: 0, high: 3 });
  });

  test('tells the responses to a grid of the input plane', () => {
    const input = view.response({ layer: -1, unit: 1 });
    expect(input).toHaveLength(400);
    // From the top left corner, row by row.
    expect(input[0]).toBeGreaterThan(input[399] ?? Number.NaN);
    const [x, y] = [view.response({ layer: -1, unit: 0 }), input];
    const unit = view.response({ layer: 0, unit: 1 });
    for (const at of [0, 19, 210, 399])
      expect(unit[at]).toBeCloseTo(Math.max(0, 0.5 * (x[at] ?? 0) + 2 * (y[at] ?? 0) - 1), 12);
    expect(view.loudest(0)).toBeCloseTo(
      Math.max(largest(view.response({ layer: 0, unit: 0 })), largest(unit)),
      12,
    );
  });

  test('finds weights and biases with their places in the parameters', () => {
    expect(view.weights({ layer: 0, unit: 1 })).toEqual([
      { from: 0, index: 2, value: 0.5 },
      { from: 1, index: 3, value: 2 },
    ]);
    expect(view.weight({ layer: 0, unit: 1 }, { layer: 1, unit: 0 })).toEqual({
      from: 1,
      index: 7,
      value: -3,
    });
    expect(view.weight({ layer: -1, unit: 1 }, { layer: 1, unit: 0 })).toBeUndefined();
    expect(view.bias({ layer: 0, unit: 1 })).toEqual({ index: 5, value: -1 });
    expect(view.bias({ layer: -1, unit: 0 })).toBeUndefined();
    expect(view.weights({ layer: -1, unit: 0 })).toEqual([]);
  });

  test('scales by the largest weight of the whole layer', () => {
    expect(view.scale(0)).toEqual({ weight: 2, bias: 1 });
    expect(view.scale(1)).toEqual({ weight: 3, bias: 0.25 });
  });

  test('says a unit in words', () => {
    expect(unitInWords(view, split, { layer: 0, unit: 1 })).toBe(
      'Hidden layer 1, unit 2: mean response 1.75, bias -1.00, strongest weight 2.00, from input 2',
    );
    expect(unitInWords(view, split, { layer: 1, unit: 0 })).toBe(
      'Output: mean response -3.00, bias 0.250, strongest weight -3.00, from unit 2',
    );
    expect(unitInWords(view, split, { layer: -1, unit: 0 })).toBe('Input 1');
  });

  test('says inputs and classes by the names of a table', () => {
    const names = { classes: ['Adelie', 'a long-winded name', '7'], inputs: ['bill', 'body mass'] };
    const table = { ...split, classes: 3, names };
    expect(unitInWords(view, table, { layer: -1, unit: 1 })).toBe('Input body mass');
    expect(sourceName(table, 0, 1)).toBe('from input body mass');
    const outputs = [0, 1, 2].map((unit) => ({ layer: 1, unit }));
    expect(outputs.map((unit) => nameInLayer(view.part, table, unit))).toEqual([
      'Adelie',
      'a long-winded name',
      'class 7',
    ]);
    expect(labelInLayer(view.part, table, { layer: 1, unit: 1 })).toBe('a long-w…');
    expect(labelInLayer(view.part, table, { layer: -1, unit: 1 })).toBe('2');
  });
});

test('of a wide layer only the shown units are asked for, but all scale the lines', () => {
  const hidden = 12;
  const firstWeights = Array.from({ length: 2 * hidden }, (_, i) => (i === 23 ? 5 : 1));
  const parameters = [...firstWeights, ...new Array<number>(hidden).fill(0)];
  const outputs = Array.from({ length: hidden }, (_, i) => i);
  const { view } = viewOf(plane, [hidden], [...parameters, ...outputs, 0], new Map([[0, 4]]));
  expect(rangesOf(view.part)).toEqual([
    [0, 4, 8],
    [1, 0, 1],
  ]);
  // The unit with the weights (1, 5): 3 + 5 and 0 + 5.
  expect(view.reach({ layer: 0, unit: 11 })).toEqual({ mean: 6.5, low: 5, high: 8 });
  expect(viewOf(plane, [hidden], [...parameters, ...outputs, 0]).view.scale(0).weight).toBe(5);
});

describe('the picture of a unit', () => {
  test('is its response over two inputs', () => {
    const { view, split } = viewOf(plane, [2], small);
    const picture = pictureOf(view, split, { layer: 0, unit: 0 });
    expect(picture).toMatchObject({ kind: 'response', cells: { columns: 20, rows: 20 } });
  });

  test('is a curve over one input', () => {
    const { view, split } = viewOf({ inputs: [[0], [1]], targets: [0, 1] }, [1], [2, -1, 3, 0]);
    const picture = pictureOf(view, split, { layer: 0, unit: 0 });
    const values = picture.kind === 'curve' ? picture.values : new Float64Array(0);
    expect(values).toHaveLength(41);
    // max(0, 2 x - 1) at 1.08, the right end.
    expect(values[40]).toBeCloseTo(1.16, 12);
    expect(values[0]).toBe(0);
  });

  test('of images has the incoming weights, and the input is one image', () => {
    const images = {
      inputs: [
        [0, 5, 10, 5, 0, 0],
        [1, 1, 1, 1, 1, 1],
      ],
      targets: [0, 1],
      shape: { height: 2, width: 3 },
    };
    const weights = [1, -2, 3, -4, 5, -6];
    const { view, split } = viewOf(images, [1], [...weights, 0.5, 7, 0]);
    const unit = pictureOf(view, split, { layer: 0, unit: 0 });
    expect(unit).toMatchObject({ kind: 'weights', cells: { columns: 3, rows: 2 } });
    expect('cells' in unit && Array.from(unit.cells.values)).toEqual(weights);
    const input = pictureOf(view, split, { layer: -1, unit: 0 });
    expect(input.kind).toBe('sample');
    const sample = split.train[0] === 0 ? [0, 0.5, 1, 0.5, 0, 0] : [0, 0, 0, 0, 0, 0];
    expect('cells' in input && Array.from(input.cells.values)).toEqual(sample);
    expect(pictureOf(view, split, { layer: 1, unit: 0 })).toEqual({ kind: 'bars', values: [7] });
    expect(unitName(view.part, split, { layer: -1, unit: 0 })).toBe('Input image');
    expect(sourceName(split, 0, 4)).toBe('row 2, column 2');
  });

  test('of many inputs is the weights from those that are shown', () => {
    const inputs = [
      [1, 2, 3, 4, 5, 6, 7, 8, 9, 10],
      [0, 0, 0, 0, 0, 0, 0, 0, 0, 0],
    ];
    const weights = Array.from({ length: 10 }, (_, i) => i);
    const firsts = new Map([[-1, 8]]);
    const { view, split } = viewOf({ inputs, targets: [0, 1] }, [1], [...weights, 0, 1, 0], firsts);
    expect(pictureOf(view, split, { layer: 0, unit: 0 })).toEqual({ kind: 'bars', values: [8, 9] });
  });
});

describe('the samples that units answer to', () => {
  const dataOf = (count: number, width: number) =>
    ({
      inputs: Array.from({ length: count }, (_, i) => new Array<number>(width).fill(i)),
      shape: { channels: 1, height: 1, width },
      train: Array.from({ length: count }, (_, i) => i),
    }) as unknown as SplitData;

  test('are all of a small training split, with a grid before them', () => {
    const { rows, grid, width } = questionFor(dataOf(250, 2));
    expect(grid).toBe(400);
    expect(rows.length / width).toBe(400 + 250);
  });

  test('are some of a large one, from its whole length', () => {
    const { rows, grid } = questionFor(dataOf(20_000, 1000));
    expect(grid).toBe(0);
    expect(rows.length).toBeLessThanOrEqual(2 ** 16);
    expect(rows[0]).toBe(0);
    expect(rows.at(-1)).toBeGreaterThan(19_000);
  });

  test('are the same object for the same data, so all racers are asked the same', () => {
    const data = dataOf(10, 2);
    expect(questionFor(data)).toBe(questionFor(data));
  });
});

describe('strongest', () => {
  const weights = [1, -4, 3, 4, 0].map((value, from) => ({ from, index: from, value }));

  test('sorts by size and keeps the order of equal ones', () => {
    expect(strongest(weights, 3).map(({ from }) => from)).toEqual([1, 3, 2]);
    expect(strongest(weights, 9)).toHaveLength(5);
    expect(strongest([], 3)).toEqual([]);
  });

  test('largest leaves out what is not finite', () => {
    expect(largest([1, -3, Number.NaN, Number.NEGATIVE_INFINITY])).toBe(3);
    expect(largest([])).toBe(0);
  });
});
