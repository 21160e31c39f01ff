// SPDX-License-Identifier: MIT
import { expect, test } from 'vitest';
import type { Run, RunSettings } from '../../wasm/types.ts';
import { hash } from '../../web/src/engine/bits.ts';
import { type ParameterStep, Past } from '../../web/src/engine/past.ts';
import { train } from '../../web/src/engine/train.ts';
import { abscissa, type Unit } from '../../web/src/model/clock.ts';
import { engines, generator } from './support.ts';

const steps = 300;
const network = { hidden: [5, 4] };
const problem = { dataset: { id: 'spiral', samples: 120 }, network, batchSize: 7 };
const surface = { surface: { id: 'rosenbrock' }, start: [-1.2, 1] as [number, number] };

/** Eight rules of different families. Half of them are wrapped, scheduled, or draw numbers of their own. */
const races: Record<string, RunSettings> = {
  momentum: { problem, optimizer: { id: 'momentum' }, schedule: { id: 'reduce-on-plateau' } },
  adam: { problem, optimizer: { id: 'adam', wrappers: [{ id: 'lookahead' }] } },
  muon: { problem, optimizer: { id: 'muon' } },
  svrg: { problem, optimizer: { id: 'svrg' } },
  'aw-sgd': { problem, optimizer: { id: 'aw-sgd' } },
  'k-fac': { problem, optimizer: { id: 'k-fac' } },
  'l-bfgs': { problem: surface, optimizer: { id: 'l-bfgs' } },
  'cma-es': { problem: surface, optimizer: { id: 'cma-es' } },
};

/** All that a run shows, as one text. */
function bitsOf(run: Run): string {
  const { parameters } = run;
  const state = Object.entries(run.state()).map(([name, values]) => [name, ...values]);
  return JSON.stringify([
    run.report(),
    hash({ ...run.curve(), parameters }),
    state,
    run.lastBatch(),
  ]);
}

/** The bits at each step of a run that goes straight to the end. */
function straight(run: Run): { bits: string[]; at: Record<Unit, number[]> } {
  const bits = [bitsOf(run)];
  const at: Record<Unit, number[]> = { steps: [0], epochs: [0], samples: [0] };
  while (bits.length <= steps && run.report().status === 'running') {
    const report = run.step(1);
    bits.push(bitsOf(run));
    for (const unit of ['steps', 'epochs', 'samples'] as const)
      at[unit].push(abscissa(report, unit));
  }
  return { bits, at };
}

const jumps = 25;

test.each(Object.entries(races))(
  '%s: random jumps give the bits of the straight run',
  (_, race) => {
    const engine = engines.float64;
    const run = engine.createRun(race);
    const { bits, at } = straight(run);
    run.dispose();

    // A snapshot after every slice, thinned once, so that jumps start from snapshots and from the start.
    const past = new Past(engine, race, 1);
    const again = engine.createRun(race);
    for (let until = 40; until <= steps; until += 40) {
      train(again, { unit: 'steps', until });
      past.keep(again, 1);
    }
    past.thin();
    const draw = generator(7);
    for (let jump = 0; jump < jumps; jump++) {
      const step = Math.floor(draw() * bits.length);
      const unit = (['steps', 'epochs', 'samples'] as const)[jump % 3] as Unit;
      const view = past.view({ unit, at: at[unit][step] as number });
      expect(view.report().step).toBe(step);
      expect(bitsOf(view)).toBe(bits[step]);
    }
    past.dispose();
    again.dispose();
  },
);

test('changes during the race are repeated at their steps', () => {
  const engine = engines.float32;
  const race: RunSettings = { problem, optimizer: { id: 'sgd', learningRate: 0.1 } };
  const run = engine.createRun(race);
  const past = new Past(engine, race, 1);
  const changed = [50, 50, 120];
  const bits: string[] = [bitsOf(run)];
  for (let step = 0; step < 200; step++) {
    for (const [index, at] of changed.entries()) {
      if (at !== step) continue;
      run.configure({ optimizer: { learningRate: 0.01 * (index + 1) } });
      past.change(step, { learningRate: 0.01 * (index + 1) });
    }
    run.step(1);
    bits.push(bitsOf(run));
    // The first is taken after the changes at step 120, the other before a change.
    if (step === 120 || step === 49) past.keep(run, 1);
  }
  run.dispose();
  for (const step of [30, 50, 51, 200, 119, 120, 121, 49, 0, 199]) {
    const view = past.view({ unit: 'steps', at: step });
    expect(hash({ ...view.curve(), parameters: view.parameters })).toBe(
      JSON.parse(bits[step] as string)[1],
    );
  }
  past.dispose();
});

test('beyond the end of a run that stopped, its past is its end', () => {
  const race: RunSettings = { problem: surface, optimizer: { id: 'sgd', learningRate: 1 } };
  const past = new Past(engines.float64, race);
  const end = past.view({ unit: 'steps', at: 1000 }).report();
  expect(end.status).toBe('diverged');
  expect(past.view({ unit: 'steps', at: end.step - 1 }).report().status).toBe('running');
  past.dispose();
});

test('thinning halves the memory and the number of later snapshots', () => {
  const race: RunSettings = { problem, optimizer: { id: 'adam' } };
  const run = engines.float32.createRun(race);
  const past = new Past(engines.float32, race, 10);
  const keep = (slices: number) => {
    for (let slice = 0; slice < slices; slice++) {
      run.step(1);
      past.keep(run, 5);
    }
  };
  keep(16);
  const { bytes } = past;
  past.thin();
  expect(past.bytes).toBeLessThan(0.6 * bytes);
  expect(past.bytes).toBeGreaterThan(0.4 * bytes);
  const left = past.bytes;
  keep(3);
  expect(past.bytes).toBe(left);
  keep(1);
  expect(past.bytes).toBeGreaterThan(left);
  past.dispose();
  run.dispose();
});

test.each(Object.entries(races))(
  '%s: a step is dissected into what was before and after it',
  (_, race) => {
    const engine = engines.float64;
    const run = engine.createRun(race);
    const past = new Past(engine, race);
    const parameter = 1;
    for (let step = 1; step <= 30; step++) {
      const before = run.parameters[parameter];
      const state = run.state();
      run.step(1);
      if (step % 7 !== 2) continue;
      const seen = past.dissect(step, parameter);
      expect(seen?.before.value).toBe(before);
      expect(seen?.after.value).toBe(run.parameters[parameter]);
      expect(seen?.learningRate).toEqual(run.report().learningRate);
      for (const [name, value] of Object.entries(seen?.before.state ?? {}))
        expect(value).toBe(state[name]?.[parameter]);
      for (const [name, value] of Object.entries(seen?.after.state ?? {}))
        expect(value).toBe(run.state()[name]?.[parameter]);
    }
    expect(past.dissect(0, parameter)).toBeUndefined();
    expect(past.dissect(5, 1e6)).toBeUndefined();
    past.dispose();
    run.dispose();
  },
);

test('a dissected step has the changes made before it, and none beyond the end', () => {
  const race: RunSettings = { problem: surface, optimizer: { id: 'sgd', learningRate: 0.001 } };
  const past = new Past(engines.float64, race);
  past.change(4, { learningRate: 1 });
  const [before, after] = [past.dissect(4, 0), past.dissect(5, 0)];
  expect([before?.learningRate, after?.learningRate]).toEqual([0.001, 1]);
  const { gradient = Number.NaN, before: at, after: then } = after as ParameterStep;
  expect(then.value).toBe(at.value - gradient);
  expect(past.dissect(1000, 0)).toBeUndefined();
  past.dispose();
});

test.each([
  [{ id: 'momentum', learningRate: 1e-4 }, 1],
  [{ id: 'simulated-annealing' }, 20],
  [{ id: 'cma-es' }, 1],
])('$id: the marks of a step are those that it drew', (optimizer, steps) => {
  const race: RunSettings = { problem: surface, optimizer };
  const run = engines.float64.createRun(race);
  const drawn = Array.from({ length: 40 }, () => run.dissect().marks);
  const past = new Past(engines.float64, race);
  /** Those of the last steps up to one, the newest first. */
  const last = (step: number) => drawn.slice(Math.max(0, step - steps), step).reverse();
  expect(drawn[9]).not.toEqual([]);
  // Forwards, again, and backwards.
  for (const step of [3, 4, 9, 9, 38, 40, 12]) {
    expect(past.marks(step, steps), `step ${step}`).toEqual(last(step));
    if (step === 9) past.dissect(2, 0);
  }
  expect(past.marks(0, steps)).toEqual([]);
  past.dispose();
  run.dispose();
});

test('the marks follow changed settings, and end where the run does', () => {
  const race: RunSettings = { problem: surface, optimizer: { id: 'momentum', learningRate: 1e-4 } };
  const past = new Past(engines.float64, race);
  past.change(4, { learningRate: 1e-3 });
  const run = engines.float64.createRun(race);
  run.step(4);
  run.configure({ optimizer: { learningRate: 1e-3 } });
  expect(past.marks(5, 1)).toEqual([run.dissect().marks]);
  run.dispose();
  const wild: RunSettings = { problem: surface, optimizer: { id: 'momentum', learningRate: 1e30 } };
  expect(new Past(engines.float64, wild).marks(50, 1)).toEqual([]);
});
