// SPDX-License-Identifier: MIT
import { describe, expect, test } from 'vitest';
import { engines, precisions, refusals, settings } from './support.ts';

/** JavaScript can pass anything, whatever the types say. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any
type Anything = any;

const optimizer = (change: object) => ({ ...settings(), optimizer: { id: 'adam', ...change } });
const messages = (race: Anything) =>
  refusals(() => engines.float32.createRun(race)).map((problem) => problem.message);

describe.each(precisions)('a bad setting in %s', (precision) => {
  const engine = engines[precision];

  test('is refused with key, rule, and value, and the engine still works', () => {
    const [problem] = refusals(() => engine.createRun(optimizer({ learningRate: -1 })));
    expect(problem).toEqual({
      code: 'out-of-domain',
      path: 'optimizer.learningRate',
      rule: 'must be > 0',
      value: '-1',
      message: 'optimizer.learningRate must be > 0 (got -1)',
    });
    expect(engine.createRun(settings()).step(5).step).toBe(5);
  });

  test('is listed by check, which does not throw', () => {
    expect(engine.check(settings())).toEqual([]);
    expect(engine.check(optimizer({ learningRate: 0, beta1: 1 })).map((p) => p.path)).toEqual([
      'optimizer.learningRate',
      'optimizer.beta1',
    ]);
  });
});

describe('messages', () => {
  test.each([
    [{ learningRate: Number.NaN }, 'optimizer.learningRate must be > 0 (got NaN)'],
    [
      { learningRate: Number.POSITIVE_INFINITY },
      'optimizer.learningRate must be > 0 (got Infinity)',
    ],
    [{ learningRate: '0.1' }, 'optimizer.learningRate must be > 0 (got "0.1")'],
    [{ learningRate: null }, 'optimizer.learningRate must be > 0 (got null)'],
    [{ beta1: 1 }, 'optimizer.beta1 must be >= 0 and < 1 (got 1)'],
    [{ batchSize: 2.5 }, /optimizer.batchSize must be an integer from 1 .*"full" \(got 2.5\)/],
    [{ batchSize: 'all' }, /optimizer.batchSize must be an integer.*\(got "all"\)/],
    [{ id: 'adamm' }, /optimizer.id must be one of sgd, .*adam.* \(got "adamm"\)/],
    [{ lr: 0.1 }, /optimizer.lr is not a setting; known here: .*learningRate.* \(got 0.1\)/],
  ])('optimizer %j', (change: Anything, expected) => {
    const [message] = messages(optimizer(change));
    if (typeof expected === 'string') expect(message).toBe(expected);
    else expect(message).toMatch(expected);
  });

  test.each([
    [{ batchSize: 0 }, /problem.batchSize .*\(got 0\)/],
    [{ testFraction: 1 }, 'problem.testFraction must be >= 0 and < 1 (got 1)'],
    [{ network: { hidden: [8, 0] } }, /problem.network.hidden\[1\] .*\(got 0\)/],
    [
      { network: { hidden: 8 } },
      'problem.network.hidden must be a list of at most 1000 integers (got 8)',
    ],
    [{ network: { activation: 'tanhh' } }, /problem.network.activation must be one of .*tanh/],
    [{ dataset: { id: 'swiss-roll' } }, /problem.dataset.id must be one of .*spiral/],
    [{ dataset: { id: 'spiral', arms: 9 } }, /problem.dataset.arms must be an integer from 2 to 5/],
    [
      { dataset: { id: 'sine' }, network: { loss: 'hinge' } },
      'problem.network.loss must be a loss for regression (got "hinge")',
    ],
    [
      { network: { hidden: [100000, 100000] } },
      /problem must need at most 192 MB .*\(got \d+ MB\)/,
    ],
  ])('problem %j', (change: Anything, expected) => {
    const [message] = messages(settings(change));
    if (typeof expected === 'string') expect(message).toBe(expected);
    else expect(message).toMatch(expected);
  });

  test('every problem is listed at once', () => {
    const race: Anything = optimizer({ learningRate: -1, beta2: 2 });
    race.problem.batchSize = -3;
    race.sead = 4;
    expect(messages(race)).toHaveLength(4);
  });
});

describe('a run', () => {
  test.each([
    [{ epoch: Number.NaN }, 'epoch must be a number >= 0 (got NaN)'],
    [{ samplesSeen: -1 }, 'samplesSeen must be a number >= 0 (got -1)'],
    [{ epoch: '2' }, 'epoch must be a number >= 0 (got "2")'],
    [{ steps: 2 }, 'steps is not an option; known here: epoch, samplesSeen'],
    [7, 'options must be an object (got 7)'],
  ])('does not step until %j', (until: Anything, message) => {
    const run = engines.float32.createRun(settings());
    expect(refusals(() => run.step(10, until))[0]?.message).toContain(message);
    expect(run.step(1, {}).step).toBe(1);
  });

  test.each([2.7, -1, Number.NaN, 2e9, '3', null])('does not step %s times', (n: Anything) => {
    const run = engines.float32.createRun(settings());
    expect(refusals(() => run.step(n))[0]?.message).toMatch(/^n must be an integer from 0 to/);
    expect(run.step(1).step).toBe(1);
  });

  test('refuses a bad change and does not change', () => {
    const run = engines.float32.createRun(settings());
    run.step(20);
    const twin = engines.float32.createRun(settings());
    twin.step(20);
    const change: Anything = { optimizer: { learningRate: 0.1, beta1: 7 } };
    expect(refusals(() => run.configure(change))).toHaveLength(1);
    expect(refusals(() => run.configure({ optimizer: { id: 'sgd' } }))).toHaveLength(1);
    expect(Array.from(run.step(20) && run.parameters)).toEqual(
      Array.from(twin.step(20) && twin.parameters),
    );
  });

  test('refuses parameters, inputs, and snapshots of another shape', () => {
    const run = engines.float32.createRun(settings());
    const before = Array.from(run.parameters);
    expect(refusals(() => run.setParameters([1, 2]))).toHaveLength(1);
    expect(refusals(() => run.setParameters(before.map(() => Number.NaN)))).toHaveLength(1);
    expect(refusals(() => run.predict([[1, 2, 3]]))).toHaveLength(1);
    expect(refusals(() => run.predict([[1, 'x']] as Anything))).toHaveLength(1);
    expect(refusals(() => run.restore(new Uint8Array([1, 2, 3])))).toHaveLength(1);
    expect(refusals(() => run.restore('snapshot' as Anything))).toHaveLength(1);
    expect(Array.from(run.parameters)).toEqual(before);
  });

  test('throws if it is used after dispose()', () => {
    const run = engines.float32.createRun(settings());
    run.dispose();
    run.dispose();
    expect(() => run.step(1)).toThrow('disposed');
  });
});
