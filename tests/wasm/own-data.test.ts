// SPDX-License-Identifier: MIT
import type { OwnData, RunSettings } from 'fall-line/engine';
import { describe, expect, test } from 'vitest';
import { engines, precisions, refusals } from './support.ts';

type Lists = OwnData & { inputs: number[][] };

const xor: Lists = {
  inputs: [
    [0, 0],
    [0, 1],
    [1, 0],
    [1, 1],
  ],
  targets: [0, 1, 1, 0],
  task: 'classification',
};

const race = (dataset: object, change: object = {}): RunSettings => ({
  problem: {
    dataset: dataset as OwnData,
    testFraction: 0,
    batchSize: 'full',
    network: { hidden: [6] },
    ...change,
  },
  optimizer: { id: 'adam', learningRate: 0.1 },
});

describe.each(precisions)('own data in %s', (precision) => {
  const engine = engines[precision];

  test('a network learns XOR', () => {
    const run = engine.createRun(race(xor));
    run.step(300);
    expect(run.evaluate().trainAccuracy).toBe(1);
    expect(Array.from(run.predict(xor.inputs), (p) => (p > 0.5 ? 1 : 0))).toEqual(xor.targets);
    expect(run.evaluate()).not.toHaveProperty('testLoss');
  });

  test('predictions for more classes are probabilities that sum to 1', () => {
    const run = engine.createRun(race({ ...xor, targets: [0, 1, 2, 3] }));
    run.step(300);
    const p = run.predict([[1, 0]]);
    expect(p).toHaveLength(4);
    expect(p.reduce((sum, x) => sum + x)).toBeCloseTo(1, 6);
    expect(p[2]).toBeGreaterThan(0.9);
  });

  test('two regression targets are predicted in their original units', () => {
    const inputs = Array.from({ length: 21 }, (_, i) => [100 + i]);
    const targets = inputs.map(([x = 0]) => [(x - 110) / 10, (110 - x) / 5]);
    const run = engine.createRun(race({ inputs, targets, task: 'regression' }));
    run.step(2000);
    const [a, b] = run.predict([[115]]);
    expect(a).toBeCloseTo(0.5, 1);
    expect(b).toBeCloseTo(-1, 1);
    expect(run.data().targets[0]).toEqual([-1, 2]);
  });

  test('inputs are standardized by default', () => {
    const far = { ...xor, inputs: xor.inputs.map((row) => row.map((x) => 1000 + x)) };
    const moved = engine.createRun(race(far));
    const plain = engine.createRun(race(far, { standardize: false }));
    moved.step(300);
    plain.step(300);
    expect(moved.evaluate().trainAccuracy).toBe(1);
    expect(plain.evaluate().trainAccuracy).toBeLessThan(1);
  });

  test('data() returns the given samples and their split', () => {
    const inputs = Array.from({ length: 10 }, (_, i) => [i, -i]);
    const targets = inputs.map((_, i) => i % 2);
    const run = engine.createRun(
      race({ inputs, targets, task: 'classification' }, { testFraction: 0.3 }),
    );
    const data = run.data();
    expect(data.inputs).toEqual(inputs);
    expect(data.targets).toEqual(targets);
    expect(data.classes).toBe(2);
    expect(data.test).toHaveLength(3);
    expect([...data.train, ...data.test].sort((a, b) => a - b)).toEqual(inputs.map((_, i) => i));
    expect(data.missing).toEqual({ train: [], test: [] });
  });

  test('data() lists the classes that are missing from a part', () => {
    const inputs = Array.from({ length: 9 }, (_, i) => [i]);
    const targets = [0, 0, 0, 0, 1, 3, 3, 3, 3];
    const missingAt = (testFraction: number) =>
      engine
        .createRun(race({ inputs, targets, task: 'classification', classes: 4 }, { testFraction }))
        .data().missing;
    expect(missingAt(0.5)).toEqual({ train: [2], test: [1, 2] });
    expect(missingAt(0)).toEqual({ train: [2], test: [] });
    const values = engine.createRun(race({ inputs, targets, task: 'regression' })).data();
    expect(values.missing).toEqual({ train: [], test: [] });
  });

  test('its seed changes the split, and stratification can be switched off', () => {
    const inputs = Array.from({ length: 20 }, (_, i) => [i]);
    const own = { inputs, targets: inputs.map((_, i) => i % 2), task: 'classification' };
    const testOf = (seed: number, stratify: boolean) =>
      engine.createRun(race({ ...own, seed }, { testFraction: 0.5, stratify })).data().test;
    expect(testOf(1, true)).toEqual(engine.createRun(race(own, { testFraction: 0.5 })).data().test);
    expect(testOf(2, true)).not.toEqual(testOf(1, true));
    expect(testOf(1, true).filter((i) => i % 2 === 0)).toHaveLength(5);
    expect(testOf(1, false)).not.toEqual(testOf(1, true));
  });
});

describe('own data as typed arrays', () => {
  const engine = engines.float64;
  const lists: Lists = { ...xor, inputs: xor.inputs.map((row) => [...row]) };
  const parametersOf = (dataset: object) => {
    const run = engine.createRun(race(dataset));
    run.step(50);
    return run.parameters;
  };

  test.each([Float64Array, Float32Array, Int32Array])('%o trains like a list', (Kind) => {
    const typed = { ...xor, inputs: lists.inputs.map((row) => Kind.from(row)) };
    expect(parametersOf(typed)).toEqual(parametersOf(lists));
    const targets = Kind.from(xor.targets as number[]);
    expect(parametersOf({ ...typed, targets })).toEqual(parametersOf(lists));
    const run = engine.createRun(race(typed));
    expect(run.predict(typed.inputs)).toEqual(run.predict(lists.inputs));
  });

  test('bytes that hold all rows are kept as they are, and train like a list', () => {
    const bytes = { ...xor, inputs: Uint8Array.from(lists.inputs.flat()) };
    const own = { ...bytes, shape: { height: 1, width: 2 } };
    expect(parametersOf(own)).toEqual(parametersOf(lists));
    const run = engine.createRun(race(own));
    expect(run.data()).toEqual(engine.createRun(race(lists)).data());
    expect(run.data([3, 0])).toMatchObject({ inputs: [lists.inputs[3], lists.inputs[0]] });
    const [problem] = refusals(() => engine.createRun(race({ ...bytes, shape: { height: 3 } })));
    expect(problem?.path).toBe('problem.dataset.inputs');
  });

  test('many bytes fit where the same numbers do not', () => {
    const shape = { height: 100, width: 100 };
    const count = 4000;
    const targets = Array.from({ length: count }, (_, i) => i % 2);
    const many = (inputs: object) => race({ inputs, shape, targets, task: 'classification' });
    const run = engine.createRun(many(new Uint8Array(count * 10_000).fill(3)));
    run.step(1);
    expect(run.data([5]).inputs[0]).toHaveLength(10_000);
    run.dispose();
    const [problem] = refusals(() => engine.createRun(many(new Float32Array(count * 10_000))));
    expect(problem?.code).toBe('too-large');
  });

  test('some samples can be asked for, in any order', () => {
    const run = engine.createRun(race(lists, { testFraction: 0.5 }));
    const { inputs, targets, ...rest } = run.data([2, 0, 2]);
    const all = run.data();
    expect(inputs).toEqual([2, 0, 2].map((row) => lists.inputs[row]));
    expect(targets).toEqual([2, 0, 2].map((row) => (xor.targets as number[])[row]));
    expect(all).toMatchObject(rest);
    expect(run.data([]).inputs).toEqual([]);
    for (const [rows, message] of [
      [[0, 4], 'rows[1] must be an integer from 0 to 3 (got 4)'],
      [[-1], 'rows[0] must be an integer from 0 to 3 (got -1)'],
      [[0.5], 'rows[0] must be an integer from 0 to 3 (got 0.5)'],
      ['all', 'rows must be a list of numbers (got "all")'],
    ] as const)
      expect(refusals(() => run.data(rows as unknown as number[]))[0]?.message).toBe(message);
  });

  test('may be rows of targets', () => {
    const targets = [0, 1, 2, 3].map((x) => [x, -x]);
    const regression = { ...lists, targets, task: 'regression' };
    const typed = { ...regression, targets: targets.map((row) => Float32Array.from(row)) };
    expect(parametersOf(typed)).toEqual(parametersOf(regression));
  });

  test.each([Float64Array, Float32Array, Int32Array])('%o may hold all rows', (Kind) => {
    const inputs = Kind.from(lists.inputs.flat());
    const shape = { height: 1, width: 2 };
    expect(parametersOf({ ...xor, inputs, shape })).toEqual(parametersOf(lists));
  });

  test.each([
    [new Float64Array(8), { height: 1, width: 3 }],
    [new Float64Array(8), { height: 1, width: 0 }],
    [new Float64Array(8), { height: 0, width: 2 }],
    [new Float64Array(8), { height: 1 }],
    [new Float64Array(8), [2]],
    [new Float64Array(0), { height: 1, width: 2 }],
  ])('of %o and the shape %j is no table', (inputs, shape) => {
    const [problem] = refusals(() => engine.createRun(race({ ...xor, inputs, shape })));
    expect(problem?.path).toBe('problem.dataset.inputs');
    expect(problem?.code).toBe('wrong-shape');
  });

  test('must be as many as the targets', () => {
    const inputs = new Float64Array(6);
    const shape = { height: 1, width: 2 };
    const [problem] = refusals(() => engine.createRun(race({ ...xor, inputs, shape })));
    expect(problem?.path).toBe('problem.dataset.targets');
  });

  test('must be one per row, because a flat array does not tell the width', () => {
    const problems = refusals(() =>
      engine.createRun(race({ ...xor, inputs: new Float64Array(8) })),
    );
    expect(problems[0]?.message).toBe(
      'problem.dataset.inputs must be a list with a row of numbers per sample (got Float64Array of 8)',
    );
  });
});

describe('the shape of own data', () => {
  const engine = engines.float32;
  const images = { ...xor, inputs: xor.inputs.map((row) => [...row, 1, 2, 3, 4]) };
  const shapeOf = (shape?: object) => engine.createRun(race({ ...images, shape })).data().shape;

  test('is that of a plain list, or the given one', () => {
    expect(shapeOf()).toEqual({ channels: 1, height: 1, width: 6 });
    expect(shapeOf({ height: 2, width: 3 })).toEqual({ channels: 1, height: 2, width: 3 });
    expect(shapeOf({ channels: undefined, height: 2, width: 3 })).toEqual(
      shapeOf({ height: 2, width: 3 }),
    );
    const colour = { channels: 3, height: 2, width: 1 };
    expect(shapeOf(colour)).toEqual(colour);
  });

  test('changes no bits of the training', () => {
    const parametersOf = (dataset: object) => {
      const run = engine.createRun(race(dataset));
      run.step(20);
      return run.parameters;
    };
    expect(parametersOf({ ...images, shape: { height: 2, width: 3 } })).toEqual(
      parametersOf(images),
    );
  });

  test.each([
    ['2x3', '"2x3"'],
    [null, 'null'],
    [[2, 3], 'a list of 2'],
    [{ height: 2, width: 2 }, '"height: 2, width: 2"'],
    [{ height: 2 }, '"height: 2"'],
    [{ height: 0, width: 6 }, '"height: 0, width: 6"'],
    [{ height: -2, width: -3 }, '"height: -2, width: -3"'],
    [{ height: 1.5, width: 4 }, '"height: 1.5, width: 4"'],
    [{ height: '2', width: 3 }, '"height: 2, width: 3"'],
    [{ channels: null, height: 2, width: 3 }, '"channels: , height: 2, width: 3"'],
    [{ height: 2, width: 3, depth: 1 }, '"height: 2, width: 3, depth: 1"'],
    [{ rows: 2, columns: 3 }, '"rows: 2, columns: 3"'],
  ])('is refused: %j', (shape, got) => {
    const [problem, ...others] = refusals(() => shapeOf(shape as object));
    expect(others).toEqual([]);
    expect(problem?.code).toBe('wrong-shape');
    expect(problem?.message).toBe(
      `problem.dataset.shape must be { channels, height, width } with the product 6 (got ${got})`,
    );
  });
});

describe('bad own data', () => {
  test.each([
    [{ ...xor, targets: [0, 1] }, 'problem.dataset.targets must be a list with one entry per row'],
    [{ ...xor, inputs: [] }, 'problem.dataset.inputs must be a list with a row of numbers'],
    [{ ...xor, inputs: [[1], [1, 2], [3], [4]] }, 'problem.dataset.inputs[1] must be a row of 1'],
    [{ ...xor, inputs: [[1], ['2'], [3], [4]] }, 'problem.dataset.inputs[1][0] must be a number'],
    [{ ...xor, inputs: [[1], [Number.NaN], [3], [4]] }, 'problem.dataset.inputs[1][0] must be'],
    [{ ...xor, targets: [0, 1, 0.5, 1] }, 'problem.dataset.targets[2] must be a class number'],
    [{ ...xor, targets: [0, 1, -1, 1] }, 'problem.dataset.targets[2] must be a class number'],
    [{ ...xor, targets: [0, 1, 5, 1], classes: 3 }, 'problem.dataset.targets[2] must be a class'],
    [
      { ...xor, targets: ['a', 'b', 'b', 'a'] },
      'problem.dataset.targets[0] must be a class number, such as 0 for the first class (got "a")',
    ],
    [
      { ...xor, targets: [0, null, 1, 0], task: 'regression' },
      'problem.dataset.targets[1] must be a number or a row of numbers (got null)',
    ],
    [
      { inputs: [[1]], targets: [0], task: 'classification' },
      'problem.dataset.inputs must be at least 2 samples (got 1 sample)',
    ],
    [
      { ...xor, inputs: [[], [], [], []] },
      'problem.dataset.inputs[0] must be a row of at least one number (got a list of 0)',
    ],
    [
      { ...xor, inputs: [[1], [1, 2], [3], [4]] },
      'problem.dataset.inputs[1] must be a row of 1 number (got a list of 2)',
    ],
    [{ ...xor, task: 'ranking' }, 'problem.dataset.task must be "classification" or "regression"'],
    [{ ...xor, targets: [[0], [1, 2], [1], [0]] }, 'problem.dataset.targets[1] must be a row'],
    [
      { ...xor, targets: [0, 1, Number.NaN, 1] },
      'problem.dataset.targets[2] must be a class number',
    ],
    [
      { ...xor, classes: null },
      'problem.dataset.classes must be an integer from 2 to 1000 (got null)',
    ],
    [{ ...xor, targets: null }, 'problem.dataset.targets must be a list with one entry per row'],
    [{ ...xor, inputs: [[1], null, [3], [4]] }, 'problem.dataset.inputs[1] must be a row of 1'],
    [{ ...xor, colour: 'red' }, 'problem.dataset.colour is not a setting'],
  ])('%j', (dataset, message) => {
    const problems = refusals(() => engines.float32.createRun(race(dataset)));
    expect(problems[0]?.message).toContain(message);
  });
});
