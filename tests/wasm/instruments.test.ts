// SPDX-License-Identifier: MIT
import { describe, expect, test } from 'vitest';
import { engines, precisions, refusals, settings } from './support.ts';

type Anything = never;

const { catalog } = engines.float32;
const surface = { problem: { surface: { id: 'rosenbrock' } }, optimizer: { id: 'sgd' } };

describe('the catalog of instruments', () => {
  test('has its public ids', () => {
    expect(catalog.instruments.map(({ id }) => id)).toEqual(
      expect.arrayContaining(
        (
          'gradient-norm layer-gradients update-ratio update-angle effective-rate sharpness ' +
          'idle-units accuracy r-squared weight-histogram gradient-histogram activation-histogram'
        ).split(' '),
      ),
    );
  });

  test.each(catalog.instruments)('says what to look for in $id', ({ lookFor, series }) => {
    expect(lookFor).toMatch(/\.$/);
    expect(series.length).not.toBe(1);
  });
});

describe.each(precisions)('instruments in %s', (precision) => {
  const engine = engines[precision];

  test('have a column per series and layer, and a row per record', () => {
    const run = engine.createRun(settings());
    const unsuited = run.unsuited();
    const suited = catalog.instruments.filter(
      ({ id, shows }) => shows === 'curve' && unsuited[id] === undefined,
    );
    expect(suited.length).toBeGreaterThan(5);
    run.watch(suited.map(({ id }) => id));
    run.step(120);
    const readings = run.readings();
    const rows = run.curve().step.length;
    const layers = run.curve().weightNorms.length;
    expect(Object.keys(readings).sort()).toEqual(suited.map(({ id }) => id).sort());
    const places = { run: 1, layer: layers, 'hidden-layer': layers - 1 };
    for (const { id, per, series } of suited) {
      const columns = places[per] * Math.max(1, series.length);
      expect(readings[id]?.map(({ length }) => length)).toEqual(Array(columns).fill(rows));
      expect(readings[id]?.[0]?.at(-1)).not.toBeNaN();
    }
    const late = run.readings({ from: rows - 3 });
    expect(late['gradient-norm']?.[0]).toEqual(readings['gradient-norm']?.[0]?.slice(-3));
    expect(late['gradient-norm']?.[0]).toHaveLength(3);
  });

  test('read the norm that the report has', () => {
    const run = engine.createRun(settings());
    run.watch(['gradient-norm']);
    expect(run.readings()['gradient-norm']?.[0]).toEqual(Float64Array.of(Number.NaN));
    for (let t = 1; t <= 20; t++) {
      const { gradientNorm } = run.step(1);
      expect(run.readings({ from: t })['gradient-norm']?.[0]?.[0]).toBe(gradientNorm);
    }
  });

  test('may be changed at any time', () => {
    const run = engine.createRun(settings());
    expect(run.readings()).toEqual({});
    run.step(10);
    expect(run.watch(['gradient-norm'])).toBe(10);
    run.step(10);
    const [norms] = run.readings()['gradient-norm'] ?? [];
    expect(norms).toHaveLength(21);
    expect(Array.from(norms ?? [], Number.isFinite).indexOf(true)).toBe(10);
    run.watch([]);
    expect(run.readings()).toEqual({});
  });

  test.each([
    [['no-such'], /^instruments\.0 must be one of .*gradient-norm.* \(got "no-such"\)$/],
    ['gradient-norm', 'instruments must be a list of at most 100 ids (got "gradient-norm")'],
    [[7], 'instruments must be a list of at most 100 ids (got a list of 1)'],
    [Array(101).fill('gradient-norm'), /at most 100 ids/],
    [undefined, /at most 100 ids/],
  ])('refuse %j', (ids, message) => {
    const run = engine.createRun(settings());
    expect(refusals(() => run.watch(ids as Anything))[0]?.message).toMatch(message);
    expect(run.readings()).toEqual({});
  });

  test('are refused where they do not suit, with the reason', () => {
    const search = { problem: surface.problem, optimizer: { id: 'particle-swarm' } };
    const run = engine.createRun(search);
    expect(run.unsuited()['gradient-norm']).toBe('gradients');
    const [problem] = refusals(() => run.watch(['gradient-norm']));
    expect(problem).toMatchObject({ code: 'unmet-need', path: 'instruments.0' });
  });

  test('show the present in histograms, without being watched', () => {
    const run = engine.createRun(settings());
    run.step(30);
    const [hidden, output] = run.histograms('weight-histogram');
    const weights = run.parameters.slice(0, 12);
    expect(hidden?.low).toBe(Math.min(...weights));
    expect(hidden?.high).toBe(Math.max(...weights));
    const sum = (counts?: Float64Array) => counts?.reduce((all, count) => all + count, 0);
    expect(sum(hidden?.counts)).toBe(12);
    expect(sum(output?.counts)).toBe(6);
    expect(run.histograms('activation-histogram')).toHaveLength(1);
    expect(refusals(() => run.histograms('gradient-norm'))[0]?.code).toBe('unfit');
    expect(refusals(() => run.watch(['weight-histogram']))[0]?.code).toBe('unfit');
    expect(refusals(() => run.histograms(7 as Anything))[0]?.path).toBe('instrument');
    const onSurface = engine.createRun(surface);
    expect(refusals(() => onSurface.histograms('weight-histogram'))[0]?.code).toBe('unmet-need');
  });

  test('tell the rates of an adaptive rule, which make its update', () => {
    const run = engine.createRun({ ...settings(), optimizer: { id: 'rmsprop' } });
    expect(run.rates()).toBeUndefined();
    run.step(5);
    const s = run.state()['s'] ?? new Float64Array();
    const { learningRate } = run.report();
    const rates = run.rates() ?? new Float64Array();
    expect(rates).toHaveLength(s.length);
    for (const [i, rate] of rates.entries())
      expect((rate * (Math.sqrt(s[i] ?? 0) + 1e-8)) / learningRate).toBeCloseTo(1, 5);
    const descent = engine.createRun(surface);
    descent.step(1);
    expect(descent.rates()).toBeUndefined();
  });

  test('check the options of readings', () => {
    const run = engine.createRun(surface);
    expect(refusals(() => run.readings({ from: -1 }))).toHaveLength(1);
    expect(refusals(() => run.readings({ since: 1 } as Anything))).toHaveLength(1);
  });
});

test('an instrument that does not fit into memory beside other runs is refused', () => {
  const engine = engines.float32;
  const hidden = Array<number>(600).fill(20);
  const problem = { dataset: { id: 'spiral' }, network: { hidden } };
  const runs = [];
  const layered = ['layer-gradients', 'update-ratio', 'idle-units'];
  try {
    let refused: readonly { code: string }[] = [];
    while (refused.length === 0) {
      const run = engine.createRun({ problem, optimizer: { id: 'sgd' } });
      runs.push(run);
      refused = refusals(() => run.watch(layered));
    }
    expect(refused[0]?.code).toBe('too-large');
    // The refusal has taken nothing: what was watched before is given back, and fits again.
    runs[0]?.watch([]);
    runs.at(-1)?.watch(layered);
    expect(Object.keys(runs.at(-1)?.readings() ?? {}).sort()).toEqual([...layered].sort());
  } finally {
    for (const run of runs) run.dispose();
  }
});
