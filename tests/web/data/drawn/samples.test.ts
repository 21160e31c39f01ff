// SPDX-License-Identifier: MIT
import { describe, expect, test } from 'vitest';
import {
  type DrawnPoint,
  mostPoints,
  placed,
  type Points,
} from '../../../../web/src/data/drawn/points.ts';
import { drawnPoints, fitted, lacking, samplesOf } from '../../../../web/src/data/drawn/samples.ts';
import { pack, unpack } from '../../../../web/src/data/pack.ts';
import { fingerprint, type Prepared } from '../../../../web/src/data/prepared.ts';
import { engines, generator } from '../../support.ts';

/** As many points as fit, anywhere and of any class. */
function anywhere(seed: number, count = mostPoints): Points {
  const next = generator(seed);
  const upTo = (n: number) => Math.floor(next() * n);
  let points: Points = [];
  while (points.length < count)
    points = placed(points, [{ x: upTo(201) - 100, y: upTo(201) - 100, class: upTo(6) }]);
  return points;
}

const rowsOf = ({ inputs, targets }: Prepared) => ({
  inputs: Array.from(targets, (_, i) => [...inputs.subarray(2 * i, 2 * i + 2)]),
  targets: [...targets],
});

describe('drawn points in a link', () => {
  test('come back with the same bits, and as the same points', async () => {
    for (let seed = 1; seed <= 100; seed++) {
      const samples = samplesOf(anywhere(seed, 4 + seed));
      const back = await unpack((await pack(samples)) ?? '');
      expect(back).toEqual(samples);
      const points = back && drawnPoints(rowsOf(back));
      expect(points && fingerprint(samplesOf(points))).toBe(fingerprint(samples));
    }
  });

  test('take less than 2,000 characters, however many and wherever they are', async () => {
    for (let seed = 1; seed <= 20; seed++) {
      const text = await pack(samplesOf(anywhere(seed)));
      expect(text?.length).toBeLessThan(1900);
    }
  });

  test('do not depend on the order in which they were drawn', () => {
    const points = anywhere(5, 60);
    expect(samplesOf([...points].reverse())).toEqual(samplesOf(points));
  });

  test('have a name for each class up to the last one, counted from 1', () => {
    const points = [0, 0, 3, 3].map((kind, i): DrawnPoint => ({ x: i, y: 0, class: kind }));
    expect(samplesOf(points).classNames).toEqual(['1', '2', '3', '4']);
  });
});

describe('what a race needs', () => {
  const of = (...counts: number[]): Points =>
    counts.flatMap((count, kind) =>
      Array.from({ length: count }, (_, i) => ({ x: i, y: kind, class: kind })),
    );

  test.each([[of()], [of(1)], [of(9)], [of(9, 1)], [of(1, 1, 1, 1, 1, 1)]])(
    'is lacking',
    (points) => {
      expect(lacking(points)?.text).toContain('two points each');
    },
  );

  test.each([[of(2, 2)], [of(0, 2, 0, 0, 0, 2)], [of(2, 1, 2)]])(
    'is there, and the engine trains and tests on it',
    (points) => {
      expect(lacking(points)).toBeUndefined();
      const { inputs, targets, task, shape, classNames } = samplesOf(points);
      const run = engines.float32.createRun({
        problem: { dataset: { inputs, targets, task, shape, classes: classNames.length } },
        optimizer: { id: 'adam' },
      });
      run.step(10);
      const { test: tested, train } = run.data();
      expect(tested.length).toBeGreaterThan(0);
      expect(train.length).toBeGreaterThan(1);
      expect(Number.isFinite(run.evaluate().testLoss)).toBe(true);
      run.dispose();
    },
  );
});

describe('samples from elsewhere', () => {
  const spiral = engines.float32.sample({ id: 'spiral' });

  test('are no drawing, but fit on the plane', () => {
    expect(drawnPoints(spiral as never)).toBeUndefined();
    const points = fitted(spiral as never);
    expect(points.length).toBeGreaterThan(100);
    expect(points.length).toBeLessThanOrEqual(200);
    const far = Math.max(...points.flatMap(({ x, y }) => [Math.abs(x), Math.abs(y)]));
    expect(far).toBeGreaterThan(80);
    expect(far).toBeLessThanOrEqual(90);
  });

  test('have no more classes than a drawing', () => {
    const inputs = [0, 1, 2].map((x) => [x, x]);
    expect(fitted({ inputs, targets: [0, 5, 6] })).toHaveLength(2);
    expect(drawnPoints({ inputs: [[0, 0]], targets: [6] })).toBeUndefined();
    expect(drawnPoints({ inputs: [[0, 2]], targets: [0] })).toBeUndefined();
    expect(drawnPoints({ inputs: [[0.005, 0]], targets: [0] })).toBeUndefined();
  });
});
