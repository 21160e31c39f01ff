// SPDX-License-Identifier: MIT
import type { UnitRange } from 'fall-line/engine';
import { describe, expect, test } from 'vitest';
import { engines, precisions, refusals, settings } from './support.ts';

describe.each(precisions)('the units of a network in %s', (precision) => {
  const engine = engines[precision];
  const surface = { problem: { surface: { id: 'beale' } }, optimizer: { id: 'sgd' } };

  test('answer what was worked out by hand', () => {
    const run = engine.createRun(settings({ network: { hidden: [2], activation: 'relu' } }));
    run.setParameters([1, -1, 0.5, 2, 0, -1, 2, -3, 0.25]);
    // (3, 1): 3 - 1 = 2, 1.5 + 2 - 1 = 2.5, 2 * 2 - 3 * 2.5 + 0.25 = -3.25
    // (0, 1): -1 becomes 0, 2 - 1 = 1, -3 + 0.25 = -2.75
    const inputs = [
      [3, 1],
      [0, 1],
    ];
    const all = run.activations(inputs, [
      [0, 0, 2],
      [1, 0, 1],
    ]);
    expect(Array.from(all)).toEqual([2, 2.5, -3.25, 0, 1, -2.75]);
    expect(Array.from(run.activations(Float64Array.of(3, 1), [[0, 1, 1]]))).toEqual([2.5]);
    expect(run.activations('test', [[1, 0, 1]])).toHaveLength(50);
    expect(run.activations(new Float64Array(0), [[1, 0, 1]])).toHaveLength(0);
  });

  test('answer many rows in pieces, in order', () => {
    const run = engine.createRun(settings({ network: { hidden: [1], activation: 'linear' } }));
    run.setParameters([1, 0, 0, 2, 1]);
    const rows = new Float64Array(100_000);
    for (let i = 0; i < 50_000; ++i) rows[2 * i] = i;
    const both = run.activations(rows, [
      [1, 0, 1],
      [0, 0, 1],
    ]);
    expect(both.every((value, i) => value === (i % 2 === 0 ? i + 1 : (i - 1) / 2))).toBe(true);
  });

  test('use the average if the rule keeps one', () => {
    const run = engine.createRun({ ...settings(), optimizer: { id: 'asgd', t0: 0 } });
    run.step(50);
    expect(run.evaluationParameters).not.toEqual(run.parameters);
    const there = engine.createRun(settings());
    there.setParameters(run.evaluationParameters);
    expect(run.activations('test', [[0, 0, 6]])).toEqual(there.activations('test', [[0, 0, 6]]));
  });

  test('are counted in the layers, which say where their parameters are', () => {
    const run = engine.createRun(settings({ network: { hidden: [6, 3] } }));
    expect(run.layers()).toEqual([
      { units: 6, rows: 6, columns: 2, fanOut: 6, weights: 0, biases: 12, gains: 0, shifts: 0 },
      { units: 3, rows: 3, columns: 6, fanOut: 3, weights: 18, biases: 36, gains: 0, shifts: 0 },
      { units: 1, rows: 1, columns: 3, fanOut: 1, weights: 39, biases: 42, gains: 0, shifts: 0 },
    ]);
    expect(run.parameters).toHaveLength(43);
    const network = { hidden: [6, 3], normalization: 'layer' as const };
    const [first, second, last] = engine.createRun(settings({ network })).layers();
    expect(first).toMatchObject({ biases: 12, gains: 18, shifts: 24 });
    expect(second).toMatchObject({ weights: 30, biases: 48, gains: 51, shifts: 54 });
    expect(last).toMatchObject({ weights: 57, biases: 60, gains: 0, shifts: 0 });
    expect(engine.createRun(surface).layers()).toEqual([]);
  });

  test.each<[string, unknown]>([
    ['a layer that is not there', [[2, 0, 1]]],
    ['a unit that is not there', [[0, 5, 2]]],
    ['no unit', [[0, 0, 0]]],
    ['half a unit', [[0, 0.5, 1]]],
    ['more units than there are', Array.from({ length: 8 }, () => [1, 0, 1])],
    ['a number that is none', [[0, Number.NaN, 1]]],
    ['a range of two numbers', [[0, 1]]],
    ['nothing', []],
  ])('are refused: %s', (_, ranges) => {
    const run = engine.createRun(settings());
    const [problem] = refusals(() => run.activations('test', ranges as UnitRange[]));
    expect(problem?.path).toMatch(/^units/);
  });

  test('are not there on a surface', () => {
    expect(() => engine.createRun(surface).activations([[0, 0]], [[0, 0, 1]])).toThrow(
      'activations must be asked of a run on data (got "a surface")',
    );
  });
});
