// SPDX-License-Identifier: MIT
import { describe, expect, test } from 'vitest';
import { lossFloor } from '../../web/src/chart/series.ts';
import { ThinLine, ThinLines, type Trace } from '../../web/src/chart/thin-line.ts';
import { CurveStore } from '../../web/src/race/curve-store.ts';
import { records } from './curve.ts';
import { generator } from './support.ts';

const log = { floor: 0, scale: 'log', first: 0 } as const;
const trace: Trace = { axis: 'steps', shown: 'testLoss', view: log, xMax: 5000, limit: 100 };

function storeOf(losses: number[]): CurveStore {
  const store = new CurveStore();
  store.append(records([...losses.keys()], losses));
  return store;
}

const pointsOf = (store: CurveStore, change: Partial<Trace> = {}) =>
  new ThinLine(store, { ...trace, ...change }).points();

/** A noisy curve with one peak and one hole. */
function noisy(length: number): number[] {
  const draw = generator(9);
  const losses = Array.from({ length }, () => 1 + draw());
  losses[1234] = 7;
  losses[4321] = 0.1;
  return losses;
}

describe('a curve of few records', () => {
  const store = storeOf([1, 0, 0.5, Number.NaN, 0.1]);

  test('is drawn with every record up to the first NaN, and zero is shown on a log scale', () => {
    expect(pointsOf(store)).toEqual([
      { x: 0, y: 1 },
      { x: 1, y: lossFloor },
      { x: 2, y: 0.5 },
    ]);
    expect(pointsOf(store, { axis: 'samples' }).map(({ x }) => x)).toEqual([0, 10, 20]);
  });

  test('is measured from the floor of a surface, and without one may be negative', () => {
    const heights = pointsOf(store, { view: { ...log, floor: -2 } });
    expect(heights.map(({ y }) => y)).toEqual([3, 2, 2.5]);
    const falling = pointsOf(storeOf([1, -5]), { view: { ...log, scale: 'linear' } });
    expect(falling.map(({ y }) => y)).toEqual([1, -5]);
  });

  test('may have no points, or one', () => {
    expect(pointsOf(new CurveStore())).toEqual([]);
    expect(pointsOf(storeOf([3]))).toEqual([{ x: 0, y: 3 }]);
    expect(pointsOf(storeOf([Number.NaN]))).toEqual([]);
  });
});

describe('a long curve', () => {
  const losses = noisy(5000);

  test('is reduced to few points that include its ends and extremes, in order', () => {
    const points = pointsOf(storeOf(losses));
    expect(points.length).toBeLessThanOrEqual(trace.limit);
    expect(points.length).toBeGreaterThan(trace.limit / 2);
    expect(points[0]).toEqual({ x: 0, y: losses[0] });
    expect(points.at(-1)).toEqual({ x: 4999, y: losses[4999] });
    expect(points).toContainEqual({ x: 1234, y: 7 });
    expect(points).toContainEqual({ x: 4321, y: 0.1 });
    for (const { x, y } of points) expect(y).toBe(losses[x]);
    points.forEach(({ x }, index) => expect(x).toBeGreaterThan(points[index - 1]?.x ?? -1));
  });

  test('needs no more points and keeps the last if it extends beyond the axis', () => {
    const points = pointsOf(storeOf(losses), { xMax: 50 });
    expect(points.length).toBeLessThanOrEqual(trace.limit);
    expect(points.at(-1)).toEqual({ x: 4999, y: losses[4999] });
    expect(points).toContainEqual({ x: 1234, y: 7 });
  });

  test('ends before the first loss that is not finite', () => {
    const broken = losses.map((loss, record) =>
      record === 3000 ? Number.POSITIVE_INFINITY : loss,
    );
    expect(pointsOf(storeOf(broken)).at(-1)).toEqual({ x: 2999, y: losses[2999] });
  });

  test('does not depend on how many records came at a time', () => {
    const lines = new ThinLines();
    const store = new CurveStore();
    for (let from = 0; from < losses.length;) {
      const steps = losses.slice(from, from + 1 + (from % 37)).map((_, index) => from + index);
      store.append(
        records(
          steps,
          steps.map((step) => losses[step] ?? 0),
        ),
      );
      expect(lines.points(store, trace)).toEqual(pointsOf(store));
      from += steps.length;
    }
  });

  test('is rebuilt when records are removed', () => {
    const lines = new ThinLines();
    const store = storeOf(losses);
    lines.points(store, trace);
    store.truncate(2000);
    expect(lines.points(store, trace)).toEqual(pointsOf(store));
    expect(lines.points(store, trace).at(-1)).toEqual({ x: 1999, y: losses[1999] });
  });
});
