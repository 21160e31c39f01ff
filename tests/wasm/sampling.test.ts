// SPDX-License-Identifier: MIT
import { describe, expect, test } from 'vitest';
import { engines, precisions, settings } from './support.ts';

const sum = (values: ArrayLike<number>) => Array.from(values).reduce((a, b) => a + b, 0);

describe.each(precisions)('sampling in %s', (precision) => {
  const engine = engines[precision];

  test('returns the probabilities of a rule and the variance of its estimate', () => {
    const run = engine.createRun({ ...settings(), optimizer: { id: 'aw-sgd', samplerRate: 0.2 } });
    const before = run.sampling();
    run.step(500);
    const after = run.sampling();
    const train = run.data().train;
    for (const sampling of [before, after]) {
      expect(sampling?.probabilities).toHaveLength(train.length);
      expect(sum(sampling?.probabilities ?? [])).toBeCloseTo(1, 10);
    }
    expect(before?.secondMoment).toBeCloseTo(before?.uniformSecondMoment ?? Number.NaN, 5);
    const square = sum(Array.from(run.gradient(), (g) => g * g));
    expect((after?.gradientSquare ?? Number.NaN) / square).toBeCloseTo(1, 5);
    expect(new Set(before?.probabilities).size).toBe(1);
    expect(new Set(after?.probabilities).size).toBeGreaterThan(1);
    // The drawn samples are reported as indices, like those of any batch.
    for (const i of run.lastBatch()) expect(train).toContain(i);
  });

  test('is undefined for a rule that does not draw its samples', () => {
    expect(engine.createRun(settings()).sampling()).toBeUndefined();
    const surface = { problem: { surface: { id: 'rosenbrock' } }, optimizer: { id: 'sgd' } };
    expect(engine.createRun(surface).sampling()).toBeUndefined();
  });

  test('does not count as evaluations', () => {
    const run = engine.createRun({ ...settings(), optimizer: { id: 'aw-sgd' } });
    const seen = run.step(3).samplesSeen;
    run.sampling();
    expect(run.report().samplesSeen).toBe(seen);
  });
});
