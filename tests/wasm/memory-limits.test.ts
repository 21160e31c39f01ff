// SPDX-License-Identifier: MIT
import { type Engine, loadEngine, type Run, type RunSettings } from 'fall-line/engine';
import { describe, expect, test } from 'vitest';
import { refusals, settings } from './support.ts';

// Each of these broke an engine once: its memory was full, and the next write went to address 0.

/** JavaScript can pass anything, whatever the types say. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any
type Anything = any;

const samples = (count: number): RunSettings =>
  settings({ dataset: { id: 'moons', samples: count } });

const text = 'x'.repeat(1e8);

/** Makes runs until one is refused. Returns them and the reason. */
function fill(engine: Engine, race: RunSettings): { runs: Run[]; message: string | undefined } {
  const runs: Run[] = [];
  for (;;) {
    const [problem] = refusals(() => runs.push(engine.createRun(race)));
    if (problem) return { runs, message: problem.message };
    if (runs.length > 5000) throw new Error('Nothing is refused.');
  }
}

describe('the memory of all runs of an engine', () => {
  test.each([
    [50_000, 60],
    [1_000_000, 3],
  ])('is bounded: runs of %i samples', async (count, least) => {
    const engine = await loadEngine();
    const { runs, message } = fill(engine, samples(count));
    expect(runs.length).toBeGreaterThanOrEqual(least);
    expect(message).toMatch(
      new RegExp(
        `^problem must fit into the memory left beside ${runs.length} other runs, ` +
          String.raw`which hold \d+ MB of 224 MB \(got \d+ MB\)$`,
      ),
    );
    expect(engine.check(samples(count)), 'alone it would fit').toEqual([]);

    const bad: Anything = { optimizer: { id: text } };
    expect(engine.check(bad)[0]?.message).toMatch(
      /^optimizer.id must be one of .*of 100000000 char/,
    );
    expect(refusals(() => engine.sample({ id: 'digits-28', samples: 20_000 }))).toHaveLength(1);
    const wide = { inputs: [0, 1].map(() => new Float64Array(4e6)), targets: [0, 1] };
    const own: Anything = { problem: { dataset: { ...wide, task: 'classification' } } };
    expect(refusals(() => engine.createRun(own))[0]?.path).toBe('problem.dataset');
    expect(engine.check(own)[0]?.message).toMatch(/^problem.dataset must fit into the memory left/);

    // All can be read and saved, and continue with the same bits.
    const alone = (await loadEngine()).createRun(samples(count));
    alone.step(3);
    for (const run of runs) {
      run.restore(run.snapshot());
      run.step(3);
      expect(run.parameters).toEqual(alone.parameters);
    }
    runs[0]?.dispose();
    runs[0]?.dispose();
    expect(refusals(() => engine.createRun(samples(count)))).toEqual([]);
    expect(refusals(() => engine.createRun(samples(count)))).toHaveLength(1);
  });

  test('is bounded even if each run is small', async () => {
    const engine = await loadEngine();
    const race: RunSettings = {
      problem: { surface: { id: 'rosenbrock' } },
      optimizer: { id: 'adam' },
    };
    const { runs } = fill(engine, race);
    expect(runs.length).toBeGreaterThan(300);
    // Each step up to the 5000th adds a waypoint to the path.
    for (const run of runs) expect(run.step(5000).step).toBe(5000);
  });
});

describe('an engine still works after', async () => {
  const engine = await loadEngine();
  const run = engine.createRun(settings());
  const twin = engine.createRun(settings());

  test.each<[string, () => unknown, RegExp]>([
    [
      'a long text',
      () => engine.createRun({ optimizer: { id: 'x'.repeat(7e7) } } as Anything),
      /^optimizer.id must be one of/,
    ],
    ['a long name', () => engine.createRun({ [text]: 1 } as Anything), /^x{80}… is not a setting/],
    [
      'a long list',
      () => engine.createRun(settings({ network: { hidden: new Array<number>(1e7).fill(8) } })),
      /^problem.network.hidden must be a list of at most 1000 integers \(got a list of 10000000\)$/,
    ],
    [
      'a list of holes',
      () => engine.createRun(settings({ network: { hidden: new Array<number>(1e9) } })),
      /^problem.network.hidden must be a list/,
    ],
    [
      'many parameters',
      () => run.setParameters(new Float64Array(1e8)),
      /^values must be 25 finite numbers/,
    ],
    [
      'a long direction',
      () => run.hessianVectorProduct(new Float64Array(1e8)),
      /^v must be 25 finite numbers/,
    ],
    ['a long snapshot', () => run.restore(new Uint8Array(5e8)), /^snapshot must come from a run/],
    [
      'a large data set',
      () => engine.sample({ id: 'digits-28', samples: 1e6 }),
      /^dataset must need at most 192 MB/,
    ],
    [
      'large own data',
      () =>
        engine.createRun({
          problem: {
            dataset: {
              inputs: [0, 1].map(() => new Float32Array(1e7)),
              targets: [0, 1],
              task: 'classification',
            },
          },
        } as Anything),
      /^problem.dataset must need at most 192 MB of memory \(got \d+ MB\)$/,
    ],
  ])('%s', (_, call, message) => {
    expect(refusals(call)[0]?.message).toMatch(message);
    run.step(10);
    twin.step(10);
    expect(run.parameters).toEqual(twin.parameters);
  });
});

describe('ten million numbers at once', async () => {
  const count = 1e7;
  const engine = await loadEngine();

  test('are predicted like single rows', () => {
    const run = engine.createRun(settings());
    run.step(100);
    const inputs = Float64Array.from({ length: count }, (_, i) => Math.sin(i));
    const all = run.predict(inputs);
    expect(all).toHaveLength(count / 2);
    const places = [0, 21_844, 21_845, 21_846, 4_321_000, count / 2 - 1];
    for (const i of places) expect(all[i]).toBe(run.predict(inputs.slice(2 * i, 2 * i + 2))[0]);
    const start = run.predict(inputs.slice(0, 60_000));
    expect(all.slice(0, 30_000)).toEqual(start);
  });

  test('give values of a surface', () => {
    const points = Float64Array.from({ length: count }, (_, i) => i / count);
    const bowl = { id: 'quadratic-bowl' };
    const all = engine.values(bowl, points);
    expect(all).toHaveLength(count / 2);
    expect(all.at(-1)).toBe(engine.values(bowl, points.slice(-2))[0]);
    expect(refusals(() => engine.values(bowl, points.slice(1)))[0]?.message).toBe(
      'points must be pairs x, y (got 9999999)',
    );
  });

  test('give rates', () => {
    const updates = Float64Array.from({ length: count }, (_, i) => i);
    const all = engine.rates({ id: 'inverse-time' }, 0.1, updates);
    expect(all).toHaveLength(count);
    expect(all.at(-1)).toBe(engine.rates({ id: 'inverse-time' }, 0.1, [count - 1])[0]);
  });

  test('are split by the size of the result too', () => {
    const inputs = Array.from({ length: 2000 }, (_, i) => [i]);
    const targets = inputs.map((_, i) => i % 1000);
    const run = engine.createRun({
      problem: { dataset: { inputs, targets, task: 'classification' }, network: { hidden: [1] } },
      optimizer: { id: 'sgd' },
    });
    const all = run.predict(new Float64Array(20_000));
    expect(all).toHaveLength(2e7);
    expect(all.slice(-1000)).toEqual(run.predict([[0]]));
  });
});
