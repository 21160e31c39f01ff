// SPDX-License-Identifier: MIT
import { describe, expect, test } from 'vitest';
import { engines, precisions, settings } from './support.ts';

describe.each(precisions)('the evaluation point in %s', (precision) => {
  const engine = engines[precision];
  const averaging = { ...settings(), optimizer: { id: 'asgd', learningRate: 0.1, t0: 0 } };

  test('equals the parameters if the rule keeps no average', () => {
    const run = engine.createRun(settings());
    run.step(20);
    expect(run.evaluationParameters).toEqual(run.parameters);
  });

  test('is the average if the rule keeps one, and the curve and predictions use it', () => {
    const run = engine.createRun(averaging);
    expect(run.evaluationParameters).toEqual(run.parameters);
    run.step(20);
    const average = run.evaluationParameters;
    expect(average).not.toEqual(run.parameters);

    const there = engine.createRun(averaging);
    there.setParameters(average);
    const at = [
      [0.5, 0.5],
      [-1, 0.2],
    ];
    expect(run.predict(at)).toEqual(there.predict(at));
    expect(run.evaluate()).toEqual(there.evaluate());
    expect(run.curve().trainLoss.at(-1)).toBe(there.curve().trainLoss[0]);
  });
});
