// SPDX-License-Identifier: MIT
import { expect, test } from 'vitest';
import { chartModel } from '../../web/src/chart/chart-model.ts';
import { ThinLines } from '../../web/src/chart/thin-line.ts';
import { kindOf } from '../../web/src/model/problem-kinds.ts';
import type { Race } from '../../web/src/race/race.ts';
import { racer, records } from './curve.ts';
import { decode, generator } from './support.ts';

test('at most 2000 points are drawn, and no extreme is lost', () => {
  const draw = generator(3);
  const steps = Array.from({ length: 10_000 }, (_, step) => step);
  const racers = Array.from({ length: 40 }, (_, key) =>
    racer(
      key,
      records(
        steps,
        steps.map(() => 1 + draw()),
      ),
    ),
  );
  const ghosts = racers;
  const settings = decode('v=2&show=both&steps=9999').settings;
  const kind = kindOf(settings);
  const race = {
    kind,
    floor: 0,
    racers,
    ghosts,
    at: 9999,
    limit: 9999,
    tested: true,
    target: null,
  };
  const { lines } = chartModel(race as unknown as Race, settings, new Map(), new ThinLines());
  expect(lines).toHaveLength(120);
  expect(lines.reduce((sum, { points }) => sum + points.length, 0)).toBeLessThanOrEqual(2000);
  lines.slice(-40).forEach(({ points }, key) => {
    const losses = racers[key]?.curve.column('testLoss') ?? [];
    const heights = points.map(({ y }) => y);
    expect(Math.max(...heights)).toBe(Math.max(...losses));
    expect(Math.min(...heights)).toBe(Math.min(...losses));
    expect([points[0]?.x, points.at(-1)?.x]).toEqual([0, 9999]);
  });
});
