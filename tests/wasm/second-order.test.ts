// SPDX-License-Identifier: MIT
import { describe, expect, test } from 'vitest';
import { engines, precisions, refusals, settings } from './support.ts';

const regression = (optimizer: { id: string; [key: string]: string | number }) => ({
  problem: { dataset: { id: 'sine', samples: 60 }, network: { hidden: [4] } },
  optimizer,
});

describe.each(precisions)('second order in %s', (precision) => {
  const engine = engines[precision];

  test('computes Hessian-vector products', () => {
    const surface = engine.createRun({
      problem: { surface: { id: 'saddle' }, start: [1, 1] },
      optimizer: { id: 'sgd' },
    });
    expect(Array.from(surface.hessianVectorProduct([3, 5]))).toEqual([6, -10]);
    const run = engine.createRun(settings());
    const v = run.parameters.map((_, i) => (i % 3) - 1);
    const u = run.parameters.map((_, i) => (i % 5) - 2);
    const dot = (a: ArrayLike<number>, b: ArrayLike<number>) =>
      Array.from(a).reduce((sum, x, i) => sum + x * (b[i] ?? 0), 0);
    const uHv = dot(u, run.hessianVectorProduct(v));
    expect(uHv).toBeCloseTo(dot(v, run.hessianVectorProduct(u)), 4);
    expect(uHv).not.toBe(0);
    expect(run.report().samplesSeen).toBe(0);
  });

  test('refuses a vector of the wrong length or with non-finite numbers', () => {
    const run = engine.createRun(settings());
    const n = run.parameters.length;
    expect(refusals(() => run.hessianVectorProduct([1]))[0]?.message).toBe(
      `v must be ${n} finite numbers (got 1)`,
    );
    expect(refusals(() => run.hessianVectorProduct(new Array(n).fill(Number.NaN)))).toHaveLength(1);
  });

  test('lists the needs of every rule', () => {
    const needs = new Set(engine.catalog.optimizers.flatMap((entry) => entry.needs));
    expect(Array.from(needs).sort()).toEqual([
      'gradient',
      'hessian',
      'hessian-product',
      'kronecker-factors',
      'matrices',
      'residuals',
      'samples',
      'value',
    ]);
    for (const { id, needs } of engine.catalog.optimizers)
      expect(needs.includes('gradient') || needs.includes('value'), id).toBe(true);
  });
});

test('runs a rule that needs float64, and refuses it in float32', () => {
  const race = regression({ id: 'levenberg-marquardt' });
  expect(engines.float32.check(race).map((p) => p.path)).toEqual(['optimizer.id']);
  const report = engines.float64.createRun(race).step(5);
  expect(report.work.gradient).toBe(5 * 30);
  expect(report.failedSearches).toBe(0);
  expect(report.status).toBe('running');
});

test('refuses a rule that does not work on the problem, with the reason', () => {
  const race = { ...settings(), optimizer: { id: 'levenberg-marquardt' } };
  expect(engines.float64.check(race).map((p) => p.message)).toEqual([
    'optimizer.id must be a rule for this problem: levenberg-marquardt needs a sum of squares' +
      ', such as mean-squared-error (got "levenberg-marquardt")',
  ]);
});

test('stops a run that has converged', () => {
  const run = engines.float64.createRun({
    problem: { surface: { id: 'rosenbrock' } },
    optimizer: { id: 'bfgs' },
  });
  const report = run.step(1000);
  expect(report).toMatchObject({ status: 'converged', cause: { code: 'rule' } });
  expect(report.step).toBeLessThan(60);
  expect(run.step(10)).toEqual(report);
  for (const x of run.parameters) expect(x).toBeCloseTo(1, 8);
});
