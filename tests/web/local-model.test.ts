// SPDX-License-Identifier: MIT
import { describe, expect, test } from 'vitest';
import { EngineHost } from '../../web/src/engine/host.ts';
import {
  type Place,
  quadratic,
  sliceThrough,
  stationsOf,
} from '../../web/src/pictures/local-model.ts';
import { catalog, engines, partsOf } from './support.ts';

/** x² − y² + 3 at (1, 2): gradient (2, −4), Hessian diag(2, −2). */
const place: Place = {
  at: [1, 2],
  slot: 0,
  taylor: { value: 0, gradient: [2, -4], hessian: [2, 0, -2] },
};

describe('a slice', () => {
  test('goes straight downhill, or at an angle', () => {
    const down = sliceThrough(place, 'downhill', 10);
    expect(down.way[0]).toBeCloseTo(-2 / Math.sqrt(20));
    expect(down.slope).toBeCloseTo(-Math.sqrt(20));
    expect(down.curvature).toBeCloseTo((2 * 4 - 2 * 16) / 20);
    expect(sliceThrough(place, 90, 10)).toMatchObject({ slope: -4, curvature: -2 });
    expect(sliceThrough(place, 180, 10).slope).toBeCloseTo(-2);
  });

  test('shows the minimum of its parabola, within bounds', () => {
    expect(sliceThrough(place, 0, 10).reach).toBeCloseTo(2.2);
    expect(sliceThrough(place, 0, 3).reach).toBeCloseTo(1);
    expect(sliceThrough(place, 90, 8).reach).toBeCloseTo(1);
    const flat = { ...place, taylor: { ...place.taylor, gradient: [0, 0] as const } };
    expect(sliceThrough(flat, 'downhill', 8)).toMatchObject({ way: [1, 0], slope: 0, reach: 1 });
    const stations = stationsOf(sliceThrough(place, 0, 10), 5);
    expect(stations.map((t) => t / 2.2)).toEqual(
      [-1, -0.5, 0, 0.5, 1].map((t) => expect.closeTo(t)),
    );
  });
});

test('the quadratic model of a quadratic is the function itself', () => {
  for (const [x, y] of [
    [1, 2],
    [0, 0],
    [-3, 5],
  ] as const) {
    expect(quadratic(place, [x, y])).toBeCloseTo(x * x - y * y + 3, 12);
  }
});

describe("the engine's local model", () => {
  const host = new EngineHost();

  test.each(catalog.surfaces)(
    '$id: equals the surface up to second order',
    async ({ id, start }) => {
      await host.calls.load(await partsOf('float64'), 'float64');
      const taylor = await host.calls.taylor({ id }, start);
      const here: Place = { at: start, slot: 0, taylor };
      const step = 1e-3;
      const around = [0, 1, 2, 3, 4, 5, 6, 7].map((eighth) => {
        const angle = (eighth * Math.PI) / 4;
        return [start[0] + step * Math.cos(angle), start[1] + step * Math.sin(angle)] as const;
      });
      const values = engines.float64.values({ id }, Float64Array.from(around.flat()));
      const bend = Math.max(...taylor.hessian.map(Math.abs), 1);
      around.forEach((point, index) => {
        const missed = Math.abs(quadratic(here, point) - (values[index] ?? Number.NaN));
        expect(missed).toBeLessThan(bend * step ** 2 * 0.02);
      });
    },
  );

  test('is refused at a point where no race may start', async () => {
    await host.calls.load(await partsOf('float64'), 'float64');
    const [{ id = '' } = {}] = catalog.surfaces;
    expect(() => host.calls.taylor({ id }, [1e9, 0])).toThrow('problem.start');
  });
});
