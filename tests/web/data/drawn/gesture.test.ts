// SPDX-License-Identifier: MIT
import { describe, expect, test } from 'vitest';
import { dab } from '../../../../web/src/data/drawn/brush.ts';
import { Drawing } from '../../../../web/src/data/drawn/drawing.ts';
import { Gesture, type Hand } from '../../../../web/src/data/drawn/gesture.ts';
import type { DrawnPoint, Points } from '../../../../web/src/data/drawn/points.ts';
import { generator } from '../../support.ts';

const point = (x: number, y: number, kind = 0): DrawnPoint => ({ x, y, class: kind });
const hand: Hand = { tool: 'add', kind: 1, radius: 20, reach: 5 };

/** Presses at the first place, goes to the others, and releases. */
function drag(drawing: Drawing, change: Partial<Hand>, ...places: [number, number][]): boolean {
  const [first = { x: 0, y: 0 }, ...others] = places.map(([x, y]) => ({ x, y }));
  const gesture = new Gesture(drawing, { ...hand, ...change }, first);
  for (const place of others) gesture.goTo(place);
  return gesture.end();
}

describe('gestures', () => {
  test('a press adds a point, which follows until it is released', () => {
    const drawing = new Drawing([point(0, 0)]);
    expect(drag(drawing, {}, [10, 10], [0, 0], [20, 5])).toBe(true);
    expect(drawing.points).toEqual([point(0, 0), point(20, 5, 1)]);
  });

  test('a moved point passes over others without a trace', () => {
    const before = [point(0, 0), point(10, 0, 2), point(50, 0, 3)];
    const drawing = new Drawing(before);
    expect(drag(drawing, { tool: 'move' }, [2, 1], [10, 0], [30, 0])).toBe(true);
    expect(drawing.points).toEqual([point(30, 0), ...before.slice(1)]);
    expect(drag(drawing, { tool: 'move' }, [-50, -50], [50, 0])).toBe(false);
  });

  test('a fast stroke erases everything between its ends', () => {
    const row = Array.from({ length: 21 }, (_, i) => point(10 * i - 100, 0));
    const drawing = new Drawing([...row, point(0, 60)]);
    drag(drawing, { tool: 'erase' }, [-100, 0], [100, 0]);
    expect(drawing.points).toEqual([point(0, 60)]);
  });

  test('each is one step for undo', () => {
    const drawing = new Drawing();
    drag(drawing, { tool: 'paint' }, [-50, 0], [0, 0], [50, 0]);
    const painted = drawing.points;
    expect(painted.length).toBeGreaterThan(4);
    drag(drawing, {}, [90, 90]);
    drawing.undo();
    expect(drawing.points).toBe(painted);
    drawing.undo();
    expect(drawing.points).toEqual([]);
    expect(drawing.canUndo).toBe(false);
    drawing.redo();
    drawing.redo();
    expect(drawing.points).toEqual([...painted, point(90, 90, 1)]);
    expect(drawing.canRedo).toBe(false);
  });

  test('another step after undo leaves nothing to redo', () => {
    const drawing = new Drawing();
    drawing.change([point(1, 1)]);
    drawing.undo();
    drawing.change([point(2, 2)]);
    expect(drawing.canRedo).toBe(false);
  });

  test('one that is cancelled leaves no step', () => {
    const drawing = new Drawing([point(0, 0)]);
    drawing.begin();
    drawing.change([]);
    drawing.cancel();
    expect(drawing.points).toEqual([point(0, 0)]);
    expect(drawing.canUndo).toBe(false);
  });
});

describe('the brush', () => {
  /** As many dabs at one place as a reader makes in half a minute. */
  function painted(radius: number, seed: number): Points {
    let points: Points = [];
    const random = generator(seed);
    for (let i = 0; i < 1000; i++)
      points = [...points, ...dab(points, { x: 0, y: 0 }, radius, 0, random)];
    return points;
  }

  test.each([5, 18, 50])('with radius %i stays in its circle and crowds no points', (radius) => {
    for (let seed = 1; seed <= 5; seed++) {
      const points = painted(radius, seed);
      const far = points.map(({ x, y }) => Math.hypot(x, y));
      expect(Math.max(...far)).toBeLessThanOrEqual(radius + 1);
      const apart = points.flatMap((a, i) =>
        points.slice(i + 1).map((b) => Math.hypot(a.x - b.x, a.y - b.y)),
      );
      expect(Math.min(...apart)).toBeGreaterThanOrEqual(4);
      expect(points.length).toBeGreaterThan(2);
      // More circles of half the spacing do not fit.
      expect(points.length).toBeLessThan(53);
    }
  });

  test('keeps to the plane at its edge', () => {
    const points = dab([], { x: 100, y: -100 }, 50, 0, generator(3));
    expect(points.length).toBeGreaterThan(0);
    for (const { x, y } of points)
      expect(Math.max(Math.abs(x), Math.abs(y))).toBeLessThanOrEqual(100);
  });
});
