// SPDX-License-Identifier: MIT
import { expect, test } from 'vitest';
import type { Palette } from '../../web/src/pictures/palette.ts';
import { squareAround } from '../../web/src/pictures/plane.ts';
import { drawPoints } from '../../web/src/pictures/points.ts';
import { radiusOf, timesUniform, varianceRatio } from '../../web/src/pictures/sampling.ts';
import { drawsSamples } from '../../web/src/model/settings.ts';
import { catalog, engines } from './support.ts';

const sampling = (...times: number[]) => ({
  probabilities: Float64Array.from(times, (each) => each / times.length),
  secondMoment: 3,
  uniformSecondMoment: 5,
  gradientSquare: 1,
});

test('a variance is a second moment minus the square of the gradient', () => {
  expect(varianceRatio(sampling(1, 1))).toBe((3 - 1) / (5 - 1));
});

test('areas are proportional to probabilities, and uniform sampling gives radius 1', () => {
  const four = sampling(0.25, 1, 2, 0.75);
  const areas = [0, 1, 2, 3].map((position) => radiusOf(four, position) ** 2);
  [0.25, 1, 2, 0.75].forEach((area, i) => expect(areas[i]).toBeCloseTo(area, 12));
  expect(timesUniform(four)).toEqual([0.25, 2]);
});

test('the size of a point has limits in both directions', () => {
  const many = sampling(...new Array<number>(999).fill(0), 1000);
  expect(radiusOf(many, 0)).toBeGreaterThan(0.2);
  expect(radiusOf(many, 999)).toBeLessThanOrEqual(8);
  expect(radiusOf(sampling(Number.NaN), 0)).toBe(1);
  expect(radiusOf(undefined, 0)).toBe(1);
});

test('the size of a training sample shows its probability, and the largest is drawn first', () => {
  const inputs = [0, 1, 2, 3, 4].map((x) => [x, 0]);
  const data = {
    inputs,
    shape: { channels: 1, height: 1, width: 2 },
    targets: [0, 0, 0, 0, 0],
    train: [3, 0, 4],
    test: [1, 2],
    classes: 2,
    missing: { train: [1], test: [1] },
  };
  const drawn = (given?: ReturnType<typeof sampling>) => {
    const circles: [number, number][] = [];
    const context = new Proxy({ canvas: { width: 800 } } as Record<string, unknown>, {
      get: (target, key: string) => {
        if (key === 'arc') return (x: number, _y: number, r: number) => circles.push([x, r]);
        return target[key] ?? (() => {});
      },
    });
    const palette: Palette = { card: [0, 0, 0], ink: [0, 0, 0], classes: [] };
    drawPoints(
      context as unknown as CanvasRenderingContext2D,
      data,
      squareAround(inputs),
      palette,
      given,
    );
    return circles.slice(data.test.length);
  };
  const [plain] = drawn();
  const radius = plain?.[1] ?? Number.NaN;
  expect(radius).toBeGreaterThan(0);
  expect(drawn().map(([, r]) => r)).toEqual([radius, radius, radius]);
  const sized = drawn(sampling(0.5, 0.25, 2.25));
  // Relative to uniform sampling, sample 4 has the probability 2.25, sample 3 0.5, and sample 0 0.25.
  expect(sized.map(([, r]) => r / radius)).toEqual([1.5, Math.sqrt(0.5), 0.5]);
  const lefts = sized.map(([x]) => x);
  expect(lefts[2]).toBeLessThan(lefts[1] ?? 0);
  expect(lefts[1]).toBeLessThan(lefts[0] ?? 0);
});

test('the catalog marks the rules whose runs report probabilities', () => {
  const problem = { dataset: { id: 'moons', samples: 20 } };
  const samplers = catalog.optimizers.filter(({ needs }) => needs.includes('samples'));
  expect(samplers.length).toBeGreaterThan(0);
  for (const { id } of samplers) {
    const run = engines.float32.createRun({ problem, optimizer: { id } });
    expect(drawsSamples(catalog, id)).toBe(run.sampling() !== undefined);
  }
  expect(drawsSamples(catalog, 'sgd')).toBe(false);
});
