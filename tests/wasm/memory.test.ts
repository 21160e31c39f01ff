// SPDX-License-Identifier: MIT
import { type Engine, loadEngine, type Run, type RunSettings } from 'fall-line/engine';
import { describe, expect, test, vi } from 'vitest';
import { engines, precisions, refusals, settings } from './support.ts';

const cycles = 10_000;

/** A new engine, and a function that returns the size of its memory. */
async function measuredEngine(): Promise<{ engine: Engine; bytes: () => number }> {
  const instantiate = vi.spyOn(WebAssembly, 'instantiate');
  const engine = await loadEngine();
  const instance = (await instantiate.mock.results.at(-1)?.value) as WebAssembly.Instance;
  instantiate.mockRestore();
  const memory = Object.values(instance.exports).find(
    (exported) => exported instanceof WebAssembly.Memory,
  );
  return { engine, bytes: () => memory?.buffer.byteLength ?? Number.NaN };
}

const small: RunSettings[] = [
  settings({ dataset: { id: 'moons', samples: 20 } }),
  {
    problem: { dataset: { id: 'plane', samples: 20 }, network: { hidden: [3] } },
    optimizer: { id: 'momentum', learningRate: 1e30 },
  },
  { problem: { surface: { id: 'rosenbrock' } }, optimizer: { id: 'sgd' } },
];

/** Creates, uses and disposes of a run that trains, diverges, is on a surface, or is refused. */
function live(engine: Engine, cycle: number): void {
  const run = engine.createRun(small[cycle % small.length] as RunSettings);
  run.step(3);
  run.restore(run.snapshot());
  run.curve();
  run.state();
  run.dispose();
  refusals(() => engine.createRun(settings({ batchSize: -1 })));
}

describe('memory', () => {
  test(`does not grow over ${cycles} runs`, async () => {
    const { engine, bytes } = await measuredEngine();
    const start = bytes();
    // Fill it until it has just grown, so that a leak would make it grow again soon.
    const held: Run[] = [];
    while (bytes() === start) held.push(engine.createRun(small[0] as RunSettings));
    const full = bytes();
    for (let cycle = 0; cycle < cycles; ++cycle) live(engine, cycle);
    expect(bytes()).toBe(full);
    for (let each = 0; each < cycles && bytes() === full; ++each)
      held.push(engine.createRun(small[0] as RunSettings));
    expect(bytes(), 'runs that are kept do show').toBeGreaterThan(full);
  });

  test.each(precisions)('can hold and train a network of a million weights in %s', (precision) => {
    const run = engines[precision].createRun({
      problem: { dataset: { id: 'moons', samples: 100 }, network: { hidden: [1000, 1000] } },
      optimizer: { id: 'adam', learningRate: 1e-4 },
    });
    expect(run.parameters.length).toBeGreaterThan(1e6);
    const before = run.evaluate().trainLoss;
    run.step(5);
    expect(run.evaluate().trainLoss).toBeLessThan(before);
    run.dispose();
  });
});
