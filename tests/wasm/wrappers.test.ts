// SPDX-License-Identifier: MIT
import type { ComponentSettings, RunSettings } from 'fall-line/engine';
import { describe, expect, test } from 'vitest';
import { engines, refusals, settings } from './support.ts';

const engine = engines.float64;

function wrapped(wrappers: ComponentSettings[], id = 'momentum'): RunSettings {
  return { ...settings(), optimizer: { id, wrappers } };
}

describe('wrappers', () => {
  test('are a list of components, the first innermost', () => {
    const wrappers = [
      { id: 'lookahead', k: 3 },
      { id: 'weight-averaging', start: 0 },
      { id: 'sam' },
    ];
    const run = engine.createRun(wrapped(wrappers));
    run.step(10);
    const names = ['lookahead.slow', 'velocity', 'weight-averaging.average'];
    expect(Object.keys(run.state()).sort()).toEqual(names);
    expect(run.report().samplesSeen).toBe(200);
    run.dispose();
  });

  test('an empty list means no wrappers', () => {
    const [bare, none] = [{ id: 'adam' }, { id: 'adam', wrappers: [] }].map((optimizer) => {
      const run = engine.createRun({ ...settings(), optimizer });
      run.step(20);
      return run.parameters;
    });
    expect(none).toEqual(bare);
  });

  test('slow weights and averages are evaluated', () => {
    const bare = engine.createRun(wrapped([]));
    const ahead = engine.createRun(wrapped([{ id: 'lookahead' }]));
    bare.step(7);
    ahead.step(7);
    expect(bare.evaluationParameters).toEqual(bare.parameters);
    expect(ahead.evaluationParameters).toEqual(ahead.state()['lookahead.slow']);
    expect(ahead.evaluationParameters).not.toEqual(ahead.parameters);
  });

  test('take new hyperparameters between steps', () => {
    const late = engine.createRun(wrapped([{ id: 'sam' }]));
    const from = engine.createRun(wrapped([{ id: 'sam', rho: 0.3 }]));
    late.configure({ optimizer: { wrappers: { 0: { rho: 0.3 } } } });
    late.step(5);
    from.step(5);
    expect(late.parameters).toEqual(from.parameters);
  });

  test('are refused with their index in the list', () => {
    const pathsOf = (wrappers: unknown) =>
      refusals(() => engine.createRun(wrapped(wrappers as ComponentSettings[]))).map(
        (one) => one.path,
      );
    expect(pathsOf([{ id: 'sam' }, { id: 'sam' }])).toEqual(['optimizer.wrappers.1.id']);
    expect(pathsOf([{ id: 'lookahead', k: 0 }])).toEqual(['optimizer.wrappers.0.k']);
    expect(pathsOf([{ id: 'no-such-wrapper', k: 0 }])).toEqual(['optimizer.wrappers.0.id']);
    expect(pathsOf([{}, { id: 'sam' }])).not.toEqual([]);
    expect(pathsOf(['sam'])).toEqual(['optimizer.wrappers']);
    expect(pathsOf([1])).toEqual(['optimizer.wrappers']);
  });

  test.each(engine.catalog.wrappers)('$id refuses exactly the rules that it lists', (entry) => {
    for (const { id } of engine.catalog.optimizers) {
      const race = {
        problem: { dataset: { id: 'sine', samples: 40 } },
        optimizer: { id, wrappers: [{ id: entry.id }] },
      };
      const reasons = engine.check(race).map((one) => one.rule);
      const reason = entry.unfit[id];
      expect(reasons.join(), id).toBe(
        reason === undefined ? '' : `must be a wrapper that works with ${id}, which ${reason}`,
      );
    }
  });
});
