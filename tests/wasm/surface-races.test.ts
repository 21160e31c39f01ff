// SPDX-License-Identifier: MIT
// The learning rates in the suggested races of surfaces must be the best of this sweep.
import { describe, expect, test } from 'vitest';
import { engines } from './support.ts';

const engine = engines.float64;

const rates = [-5, -4, -3, -2, -1, 0].flatMap((power) => [
  Number(`1e${power}`),
  Number(`3e${power}`),
]);
rates.push(10);

const steps = 1000;
/** Lower heights count as this, because they are rounding errors. */
const lowest = 1e-12;

type Surface = (typeof engine.catalog.surfaces)[number];

/** The value at every step of a racer. Undefined if it leaves the drawn part of the surface. */
function descent({ id, domain }: Surface, optimizer: string, learningRate: number) {
  const run = engine.createRun({
    problem: { surface: { id } },
    optimizer: { id: optimizer, learningRate },
  });
  run.step(steps);
  const { x, y } = run.path();
  run.dispose();
  const within = (at: number, [low, high]: [number, number]) => at >= low && at <= high;
  const stays = x.every((at, i) => within(at, domain[0]) && within(y[i] ?? Number.NaN, domain[1]));
  if (!stays || x.length <= steps) return undefined;
  return engine.values(
    { id },
    Float64Array.from([...x].flatMap((at, i) => [at, y[i] ?? Number.NaN])),
  );
}

/** The mean logarithm of the height above the minimum, or the last value without a minimum. Lower is better. */
function score({ minima }: Surface, values: Float64Array): number {
  if (minima.length === 0) return values.at(-1) ?? Number.NaN;
  const floor = Math.min(...minima.map(({ value }) => value));
  const logarithms = values.map((value) => Math.log10(Math.max(lowest, value - floor)));
  return logarithms.reduce((sum, one) => sum + one, 0) / values.length;
}

function bestRate(surface: Surface, optimizer: string): number | undefined {
  const tried = rates.flatMap((rate) => {
    const values = descent(surface, optimizer, rate);
    return values ? [{ rate, score: score(surface, values) }] : [];
  });
  return tried.sort((a, b) => a.score - b.score)[0]?.rate;
}

describe.each(engine.catalog.surfaces)('the race of $id', (surface) => {
  test('has racers from the catalog', () => {
    const known = engine.catalog.optimizers.map(({ id }) => id);
    expect(surface.race.length).toBeGreaterThan(1);
    for (const { optimizer } of surface.race) expect(known).toContain(optimizer);
  });

  test.each(surface.race)('$learningRate is the best rate of $optimizer', (entrant) => {
    expect(entrant.learningRate).toBe(bestRate(surface, entrant.optimizer));
  });
});
