// SPDX-License-Identifier: MIT
/** Tests of the benchmarks that need neither the packages they compare with nor a clock. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { RunSettings } from '../../wasm/types.ts';
import { engines, precisions } from '../wasm/support.ts';
import { engineContender } from './contenders/engine.js';
import { costTable } from './cost-table.js';
import { checkHonest } from './honest.js';
import { kernelsTable } from './kernels-table.js';
import { pageTable } from './page-table.js';
import { bestOf } from './rounds.js';
import { mapRuns, sensitivityMap } from './sensitivity.js';
import { speedTable } from './speed-table.js';
import { layersOf, operations, settingsOf, workloads } from './workloads.js';

const [w1] = workloads;

describe('the workloads', () => {
  test('have the number of operations counted by hand', () => {
    // W1 has 18 weights and 10 samples, and three products. The gradient at the inputs, through the
    // first 8 weights, is not needed.
    expect(workloads.map(operations)).toEqual([20 * (3 * 18 - 8), 4960, 323584, 26181632]);
  });

  test.each(workloads)('the engine accepts $name and has as many parameters', (workload) => {
    expect(engines.float32.check(settingsOf(workload))).toEqual([]);
    const { parameters } = engines.float32.createRun(settingsOf(workload));
    const layers = layersOf(workload, parameters);
    const sizes = layers.map(({ weights, biases }) => weights.length + biases.length);
    expect(sizes.reduce((sum, size) => sum + size)).toBe(parameters.length);
  });
});

describe('honesty', () => {
  const train = async (): Promise<Record<string, { loss: () => number }>> => {
    const made = precisions.map(async (precision) => {
      const { name, prepare } = await engineContender(precision);
      return [name, prepare(w1)] as const;
    });
    return Object.fromEntries(await Promise.all(made));
  };

  test('the engine trains from the same start in both precisions', async () => {
    await checkHonest(await train(), w1);
  });

  test('a contender that starts elsewhere or does not train is reported', async () => {
    const trainings = await train();
    const elsewhere = { loss: () => 2, steps: () => 0 };
    await expect(checkHonest({ ...trainings, elsewhere }, w1)).rejects.toThrow('elsewhere starts');
    const [start] = Object.values(await train()).map(({ loss }) => loss());
    const idle = { loss: () => start, steps: () => 0 };
    await expect(checkHonest({ ...(await train()), idle }, w1)).rejects.toThrow('idle trains to');
  });
});

test('contenders take turns, and the best time counts', async () => {
  const order: string[] = [];
  const timer = (name: string, seconds: number[]) => (units: number) => {
    order.push(name);
    return units * (seconds.shift() ?? 1);
  };
  const best = await bestOf(
    { a: timer('a', [1, 5, 2, 3]), b: timer('b', [1, 4, 4, 6]) },
    {
      rounds: 3,
      seconds: 1,
    },
  );
  expect(best).toEqual({ a: 2, b: 4 });
  expect(order.slice(2)).toEqual(['a', 'b', 'a', 'b', 'a', 'b']);
});

test('the sensitivity map consists of runs that the engine accepts', async () => {
  const problems: unknown[] = [];
  let runs = 0;
  const start = (settings: RunSettings) => {
    runs += 1;
    problems.push(...engines.float32.check(settings));
    return { made: 0.5, steps: () => 0.5, loss: () => 0, end: () => {} };
  };
  expect(await sensitivityMap({ start }, w1)).toBeCloseTo(mapRuns, 0);
  expect(runs).toBe(mapRuns);
  expect(problems).toEqual([]);
});

test.each([
  ['speed', speedTable],
  ['kernels', kernelsTable],
  ['page', pageTable],
  ['cost', costTable],
])('the committed table of %s says what its figures say', (name, table) => {
  const result = (file: string) =>
    readFileSync(new URL(`results/${file}`, import.meta.url), 'utf8');
  expect(`${table(JSON.parse(result(`${name}.json`)))}\n`).toBe(result(`${name}.md`));
});
