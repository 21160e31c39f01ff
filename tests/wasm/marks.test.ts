// SPDX-License-Identifier: MIT
import { expect, test } from 'vitest';
import type { RunSettings } from '../../wasm/types.ts';
import { engines, settings } from './support.ts';

const valley = (id: string): RunSettings => ({
  problem: { surface: { id: 'rosenbrock' } },
  optimizer: { id },
});

test('a dissected step on a surface has the marks that the rule declares', () => {
  const engine = engines.float64;
  for (const { id, marks, needs } of engine.catalog.optimizers) {
    if (engine.check(valley(id)).length > 0) continue;
    const run = engine.createRun(valley(id));
    const names = new Set(
      Array.from({ length: 20 }, () => run.dissect().marks)
        .flat()
        .map(({ name }) => name),
    );
    expect([...names].sort(), `${id}, which needs ${needs.join()}`).toEqual(
      marks.map(({ name }) => name).sort(),
    );
    run.dispose();
  }
});

test('the velocity of momentum is an arrow from the parameters', () => {
  for (const engine of Object.values(engines)) {
    const run = engine.createRun(valley('momentum'));
    const { marks, after } = run.dissect();
    expect(marks).toHaveLength(1);
    const { name, points = [] } = marks[0] ?? {};
    expect(name).toBe('velocity');
    const [x = 0, y = 0] = after.parameters;
    const [vx = 0, vy = 0] = after.state.velocity ?? [];
    expect([...points]).toEqual([x, y, x - vx, y - vy]);
    run.dispose();
  }
});

test('there are no marks on a network, and none without a step', () => {
  const run = engines.float32.createRun({ ...settings(), optimizer: { id: 'momentum' } });
  expect(run.dissect().marks).toEqual([]);
  const still = engines.float64.createRun({
    problem: { surface: { id: 'quadratic-bowl' }, start: [0, 0] },
    optimizer: { id: 'newton' },
  });
  still.step(5);
  expect(still.report().status).toBe('converged');
  expect(still.dissect().marks).toEqual([]);
});
