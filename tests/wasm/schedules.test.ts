// SPDX-License-Identifier: MIT
import { describe, expect, test } from 'vitest';
import { engines, refusals, settings } from './support.ts';

const engine = engines.float64;
const upTo = (n: number) => Array.from({ length: n }, (_, t) => t);

describe('schedules', () => {
  const told = engine.catalog.schedules.filter(({ listens }) => !listens);

  test.each(told.map(({ id }) => id))('%s: updates use the rates that were previewed', (id) => {
    const schedule = { id, warmupSteps: 12 };
    const run = engine.createRun({ ...settings(), schedule });
    const rates = engine.rates(schedule, 0.01, upTo(60));
    expect(rates).toHaveLength(60);
    for (const rate of rates) expect(run.step(1).learningRate).toBe(rate);
    run.dispose();
  });

  test('one that follows the loss has no preview', () => {
    const listening = engine.catalog.schedules.filter(({ listens }) => listens);
    expect(listening).toHaveLength(1);
    for (const { id } of listening) {
      expect(refusals(() => engine.rates({ id }, 0.1, [0]))[0]?.path).toBe('schedule.id');
    }
  });

  test('the curve records the rate of the last update', () => {
    const schedule = { id: 'exponential', gamma: 0.9 };
    const run = engine.createRun({ ...settings(), schedule });
    run.step(150);
    const { step, learningRate } = run.curve();
    const rates = engine.rates(schedule, 0.01, upTo(150));
    expect(learningRate[0]).toBeNaN();
    for (const [i, at] of step.entries()) {
      if (at > 0) expect(learningRate[i]).toBe(rates[at - 1]);
    }
    run.dispose();
  });

  test.each([
    ['rates', { id: 'no-such-schedule' }, 0.1, [0], 'schedule.id'],
    ['a setting', { id: 'cosine', totalSteps: 0 }, 0.1, [0], 'schedule.totalSteps'],
    ['a rate', { id: 'cosine' }, Number.NaN, [0], 'learningRate'],
    ['a fraction of an update', { id: 'cosine' }, 0.1, [0, 0.5], 'updates'],
    ['an update before the first', { id: 'cosine' }, 0.1, [-1], 'updates'],
    ['an endless update', { id: 'cosine' }, 0.1, [Number.POSITIVE_INFINITY], 'updates'],
  ])('refuses %s that make no sense', (_, schedule, rate, updates, path) => {
    const problems = refusals(() => engine.rates(schedule, rate, updates));
    expect(problems.map((one) => one.path)).toEqual([path]);
  });
});
