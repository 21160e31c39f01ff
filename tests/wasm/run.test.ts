// SPDX-License-Identifier: MIT
import { describe, expect, test } from 'vitest';
import type { RunSettings } from '../../wasm/types.ts';
import { engines, precisions, settings } from './support.ts';

describe.each(precisions)('a run in %s', (precision) => {
  const engine = engines[precision];

  test('lowers the loss and reports its steps', () => {
    const run = engine.createRun(settings());
    const before = run.evaluate();
    const report = run.step(300);
    expect(report).toMatchObject({
      step: 300,
      epoch: 60,
      samplesSeen: 3000,
      work: { loss: 0, gradient: 3000, hessianProduct: 0 },
      learningRate: 0.01,
      status: 'running',
    });
    expect(run.evaluate().testLoss).toBeLessThan(before.testLoss ?? 0);
  });

  test('gives the same bits however its steps are sliced and read', () => {
    const straight = engine.createRun(settings());
    straight.step(500);
    const sliced = engine.createRun(settings());
    for (const n of [0, 1, 2, 7, 90, 100, 50, 249, 1]) {
      sliced.step(n);
      sliced.evaluate();
      sliced.predict([[0, 0]]);
      sliced.gradient();
    }
    expect(sliced.parameters).toEqual(straight.parameters);
    // Everything but the measured times.
    expect({ ...sliced.curve(), milliseconds: [] }).toEqual({
      ...straight.curve(),
      milliseconds: [],
    });
  });

  test('gives all racers the same weights and sample order', () => {
    const one = engine.createRun({ ...settings(), optimizer: { id: 'sgd', batchSize: 10 } });
    const other = engine.createRun({ ...settings(), optimizer: { id: 'adam', batchSize: 25 } });
    expect(one.parameters).toEqual(other.parameters);
    const walk = (run: typeof one, steps: number) =>
      Array.from({ length: steps }, () => {
        run.step(1);
        return Array.from(run.lastBatch());
      }).flat();
    expect(walk(one, 10)).toEqual(walk(other, 4));
  });

  test('records a curve from step 0 in columns of equal length', () => {
    const run = engine.createRun(settings());
    run.step(120);
    const curve = run.curve();
    expect(Array.from(curve.step.slice(0, 3))).toEqual([0, 1, 2]);
    expect(curve.step.at(-1)).toBe(120);
    for (const column of Object.values(curve).flat())
      expect(column).toHaveLength(curve.step.length);
    expect(run.curve({ from: 100 }).step[0]).toBe(100);
    const { milliseconds } = curve;
    expect(milliseconds.every((t, i) => i === 0 || t >= (milliseconds[i - 1] ?? 0))).toBe(true);
    expect(run.curve({ maxPoints: 20 }).step.length).toBeLessThan(40);
  });

  test('continues from a snapshot with the same bits', () => {
    const run = engine.createRun(settings());
    run.step(70);
    const snapshot = run.snapshot();
    run.step(90);
    const end = run.parameters;
    run.restore(snapshot);
    expect(run.report().step).toBe(70);
    run.step(90);
    expect(run.parameters).toEqual(end);
    const elsewhere = engine.createRun(settings());
    elsewhere.restore(snapshot);
    elsewhere.step(90);
    expect(elsewhere.parameters).toEqual(end);
    expect(elsewhere.curve().testLoss).toEqual(run.curve().testLoss);
  });

  test('changes its rate between two steps and keeps its state', () => {
    const run = engine.createRun(settings());
    run.step(10);
    const { m } = run.state();
    run.configure({ optimizer: { learningRate: 0.5 } });
    expect(run.state().m).toEqual(m);
    expect(run.step(1).learningRate).toBe(0.5);
  });

  test('says that it diverged, and stays there', () => {
    const race = { ...settings({ network: { hidden: [6], loss: 'mean-squared-error' } }) };
    const run = engine.createRun({ ...race, optimizer: { id: 'sgd', learningRate: 1e6 } });
    const report = run.step(5000);
    expect(report.status).toBe('diverged');
    expect(report.cause?.message).toMatch(/finite/);
    expect(run.step(10)).toEqual(report);
    expect(run.curve().step.at(-1)).toBe(report.step);
  });

  test('restarts at given parameters', () => {
    const run = engine.createRun(settings());
    const start = run.parameters;
    run.step(50);
    const end = run.parameters;
    run.setParameters(start);
    expect(run.report().step).toBe(0);
    run.step(50);
    expect(run.parameters).toEqual(end);
  });

  test('returns copies', () => {
    const run = engine.createRun(settings());
    run.parameters.fill(0);
    expect(run.parameters.some((w) => w !== 0)).toBe(true);
  });

  test('predicts the test split without being given its inputs', () => {
    const run = engine.createRun(settings());
    const { inputs, test } = run.data();
    const rows = test.map((sample) => inputs[sample] ?? []);
    for (let round = 0; round < 2; ++round) {
      expect(rows).toHaveLength(50);
      expect(run.predict('test')).toEqual(run.predict(rows));
      run.predict('test').fill(0);
      run.step(10);
    }
    const untested = engine.createRun(settings({ testFraction: 0 }));
    expect(untested.predict('test')).toHaveLength(0);
    const surface = { problem: { surface: { id: 'beale' } }, optimizer: { id: 'sgd' } };
    expect(() => engine.createRun(surface).predict('test')).toThrow(
      'inputs must be asked of a run on data (got "a surface")',
    );
  });

  test('lays parameters out as weights [out][in], then biases', () => {
    const run = engine.createRun(settings({ network: { hidden: [1], activation: 'linear' } }));
    // hidden = 2 x - y + 3; logit = 4 hidden - 5
    run.setParameters([2, -1, 3, 4, -5]);
    const logit = 4 * (2 * 0.3 - 0.7 + 3) - 5;
    expect(run.predict([[0.3, 0.7]])[0]).toBeCloseTo(1 / (1 + Math.exp(-logit)), 6);
  });
});

test('dispose() frees the memory of a run', () => {
  const engine = engines.float32;
  const big = settings({ network: { hidden: [300, 300] } });
  // 200 runs of about 4 MB each would exceed the memory limit of 256 MB.
  for (let i = 0; i < 200; ++i) {
    const run = engine.createRun(big);
    run.step(1);
    run.dispose();
  }
  expect(engine.createRun(big).step(1).step).toBe(1);
});

describe.each(precisions)('a surface in %s', (precision) => {
  const engine = engines[precision];
  const race = (change: object = {}) => ({
    problem: { surface: { id: 'quadratic-bowl' }, start: [4, 3], ...change },
    optimizer: { id: 'sgd', learningRate: 0.5 },
  });

  test('can be minimized', () => {
    const run = engine.createRun(race());
    expect(Array.from(run.parameters)).toEqual([4, 3]);
    expect(run.step(2)).toMatchObject({ step: 2, samplesSeen: 2, loss: 3.125, gradientNorm: 2.5 });
    expect(Array.from(run.parameters)).toEqual([1, 0.75]);
    expect(run.evaluate().trainLoss).toBe(0.5 * (1 + 0.5625));
    expect(run.evaluate()).not.toHaveProperty('testLoss');
    expect(Array.from(run.predict([[2, 1]]))).toEqual([2.5]);
  });

  test('gives its values for contours', () => {
    const points = Float64Array.from([0, 0, 1, 1]);
    const valley = { id: 'narrow-valley', condition: 10 };
    expect(Array.from(engine.values(valley, points))).toEqual([0, 5.5]);
    expect(() => engine.values({ id: 'plain' }, points)).toThrow('surface.id must be one of');
  });

  test('records a path, step by step', () => {
    const run = engine.createRun(race());
    run.step(2);
    const { step, x, y } = run.path();
    expect([...step]).toEqual([0, 1, 2]);
    expect([...x]).toEqual([4, 2, 1]);
    expect([...y]).toEqual([3, 1.5, 0.75]);
    expect([...run.path({ from: 2 }).x]).toEqual([1]);
    expect(run.path({ from: 9 }).x).toHaveLength(0);
    expect(() => run.path({ from: -1 })).toThrow('from must be an integer from 0');
    const onData = engine.createRun(settings());
    onData.step(3);
    expect(onData.path().step).toHaveLength(0);
  });

  test('has no data and accepts no network', () => {
    expect(() => engine.createRun(race()).data()).toThrow('data must be asked of a run on data');
    expect(() => engine.createRun(race({ batchSize: 3 }))).toThrow('problem.batchSize');
    expect(() => engine.createRun(race({ start: [1] }))).toThrow('a list of two numbers (got [1])');
  });
});

test('a dissected step is a step, with the gradient that the rule saw', () => {
  const settings: RunSettings = {
    problem: { dataset: { id: 'spiral' }, batchSize: 'full' },
    optimizer: { id: 'adam', clipNorm: 0.01 },
  };
  const [seen, plain] = [engines.float32.createRun(settings), engines.float32.createRun(settings)];
  plain.step(3);
  seen.step(3);
  const whole = seen.gradient();
  const { report, before, gradient, after } = seen.dissect();
  expect(before).toEqual({ parameters: plain.parameters, state: plain.state() });
  expect(plain.step(1)).toEqual(report);
  expect(after).toEqual({ parameters: plain.parameters, state: plain.state() });
  expect(seen.curve().step).toEqual(plain.curve().step);
  const norm = Math.hypot(...whole);
  expect(norm).toBeGreaterThan(0.01);
  gradient.forEach((value, i) => expect(value).toBeCloseTo(((whole[i] ?? 0) * 0.01) / norm, 6));
  const none = engines.float32.createRun({ ...settings, optimizer: { id: 'evolution-strategy' } });
  expect(none.dissect().gradient).toHaveLength(0);
});
