// SPDX-License-Identifier: MIT
// The learning rates in the suggested races of surfaces must be the best of a sweep.
import { describe, expect, test } from 'vitest';
import { bestOnSurface } from '../reference/surface-rate.js';
import { engines } from './support.ts';

const engine = engines.float64;

describe.each(engine.catalog.surfaces)('the race of $id', (surface) => {
  test('has racers from the catalog', () => {
    const known = engine.catalog.optimizers.map(({ id }) => id);
    expect(surface.race.length).toBeGreaterThan(1);
    for (const { optimizer } of surface.race) expect(known).toContain(optimizer);
  });

  test.each(surface.race)('$learningRate is the best rate of $optimizer', (entrant) => {
    expect(entrant.learningRate).toBe(bestOnSurface(engine, surface, entrant.optimizer));
  });
});
