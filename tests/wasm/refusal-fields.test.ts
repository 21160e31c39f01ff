// SPDX-License-Identifier: MIT
import { describe, expect, test } from 'vitest';
import type { RefusalCode } from '../../wasm/types.ts';
import { engines, refusals, settings } from './support.ts';

/** JavaScript can pass anything, whatever the types say. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any
type Anything = any;

const { float32, float64 } = engines;
const optimizer = (change: object) => ({ ...settings(), optimizer: { id: 'adam', ...change } });

/** The fields of the first refusal of a race. */
function fields(race: Anything, engine = float64) {
  const [problem] = engine.check(race);
  if (!problem) throw new Error('Not refused.');
  expect(problem.message).toBe(`${problem.path} ${problem.rule} (got ${problem.value})`);
  const { code, path, value, reason } = problem;
  return { code, path, value, reason };
}

const refused: [RefusalCode, Anything, string, string][] = [
  ['wrong-type', optimizer({ learningRate: '1' }), 'optimizer.learningRate', '"1"'],
  ['out-of-domain', optimizer({ learningRate: -1 }), 'optimizer.learningRate', '-1'],
  ['unknown-id', optimizer({ id: 'adamm' }), 'optimizer.id', '"adamm"'],
  ['unknown-setting', { ...settings(), sead: 4 }, 'sead', '4'],
  [
    'wrong-shape',
    { ...settings(), problem: { surface: { id: 'saddle' }, start: [1] } },
    'problem.start',
    '[1]',
  ],
  [
    'unfit',
    settings({ dataset: { id: 'sine' }, network: { loss: 'hinge' } }),
    'problem.network.loss',
    '"hinge"',
  ],
];

describe('a refusal has its code, path, and value beside the sentence', () => {
  test.each(refused)('%s', (code, race, path, value) => {
    expect(fields(race)).toEqual({ code, path, value, reason: undefined });
  });

  test('too-narrow', () => {
    const { code, value } = fields(optimizer({ learningRate: 1e39 }), float32);
    expect([code, value]).toEqual(['too-narrow', '1e+39']);
  });

  test('too-large', () => {
    const { code, path } = fields(settings({ network: { hidden: [100000, 100000] } }));
    expect([code, path]).toEqual(['too-large', 'problem']);
  });
});

describe('the reason follows the name of the optimizer', () => {
  test.each([
    [float64, { id: 'gauss-newton' }, /^needs a sum of squares/],
    [float32, { id: 'gauss-newton' }, /^needs 64-bit numbers$/],
  ])('unmet-need', (engine, change, why) => {
    const { code, path, reason } = fields(optimizer(change), engine);
    expect([code, path]).toEqual(['unmet-need', 'optimizer.id']);
    expect(reason).toMatch(why);
  });

  test('unfit', () => {
    const clipped = fields(optimizer({ id: 'cma-es', clipNorm: 1 }));
    expect(clipped).toEqual({
      code: 'unfit',
      path: 'optimizer.clipNorm',
      value: '1',
      reason: 'uses no gradient',
    });
    const wrappers = [{ id: 'weight-averaging' }];
    expect(fields(optimizer({ id: 'asgd', wrappers })).reason).toBe('already averages its weights');
  });
});

describe('what the module never sees is refused in the same way', () => {
  const run = float32.createRun(settings());
  const calls: [RefusalCode, string, () => unknown][] = [
    ['wrong-type', 'settings', () => float32.createRun(null as Anything)],
    ['out-of-domain', 'n', () => run.step(-1)],
    ['wrong-shape', 'values', () => run.setParameters([1])],
    ['wrong-shape', 'inputs', () => run.predict([[1, 2, 3]])],
    ['wrong-type', 'inputs[0][1]', () => run.predict([[1, 'x']] as Anything)],
    ['unknown-setting', 'most', () => run.curve({ most: 3 } as Anything)],
    ['unfit', 'snapshot', () => run.restore(new Uint8Array([1]))],
    [
      'unknown-id',
      'problem.dataset.task',
      () => float32.createRun(settings({ dataset: { inputs: [[1]], targets: [0] } as Anything })),
    ],
  ];
  test.each(calls)('%s: %s', (code, path, call) => {
    const [problem] = refusals(call);
    expect([problem?.code, problem?.path]).toEqual([code, path]);
    expect(problem?.reason).toBeUndefined();
  });
});
