// SPDX-License-Identifier: MIT
import { describe, expect, test } from 'vitest';
import { changedPaths } from '../../web/src/model/changed-paths.ts';
import { History } from '../../web/src/playground/history.ts';
import type { Settings } from '../../web/src/model/settings.ts';
import { decode } from './support.ts';

const spiral = decode('v=2').settings;
const withNoise = (settings: Settings, noise: number): Settings => ({
  ...settings,
  dataset: { ...settings.dataset, values: { ...settings.dataset.values, noise } },
});

describe('history', () => {
  test('undoes and redoes changes', () => {
    const history = new History();
    const moons = { ...spiral, dataset: decode('v=2&dataset=moons').settings.dataset };
    expect([history.canUndo, history.canRedo]).toEqual([false, false]);
    history.record(spiral, moons, 0);
    expect(history.undo(moons)).toEqual(spiral);
    expect([history.canUndo, history.canRedo]).toEqual([false, true]);
    expect(history.redo(spiral)).toEqual(moons);
    expect(history.undo(moons)).toEqual(spiral);
    history.record(spiral, withNoise(spiral, 0.3), 5000);
    expect(history.canRedo).toBe(false);
  });

  test('counts a drag of a slider as one change, and two drags as two', () => {
    const history = new History();
    const noises = [0.1, 0.2, 0.3].map((noise) => withNoise(spiral, noise));
    const [a, b, c] = noises as [Settings, Settings, Settings];
    history.record(spiral, a, 0);
    history.record(a, b, 900);
    history.record(b, c, 3000);
    expect(history.undo(c)).toEqual(b);
    expect(history.undo(b)).toEqual(spiral);
    expect(history.undo(spiral)).toBeUndefined();
  });

  test('does not record changes of the view, and keeps the current view', () => {
    const history = new History();
    const linear: Settings = { ...spiral, view: { ...spiral.view, scale: 'linear' } };
    history.record(spiral, linear, 0);
    expect(history.canUndo).toBe(false);
    history.record(spiral, withNoise(spiral, 0.3), 0);
    const now = { ...withNoise(spiral, 0.3), view: linear.view };
    expect(history.undo(now)).toEqual(linear);
  });

  test('restores the view if the undone change replaced it', () => {
    const history = new History();
    const free: Settings = { ...spiral, pacing: 'free', view: { ...spiral.view, axis: 'time' } };
    history.record(spiral, free, 0);
    expect(history.undo(free)).toEqual(spiral);
    expect(history.redo(spiral)).toEqual(free);
  });

  test('undoes a change made during a race, and forgets it with that race', () => {
    const history = new History();
    history.recordLive(2, { learningRate: 0.1 }, { learningRate: 0.2 }, 0);
    expect(history.undo(spiral)).toMatchObject({ key: 2, after: { learningRate: 0.1 } });
    expect(history.redo(spiral)).toMatchObject({ key: 2, after: { learningRate: 0.2 } });
    history.forgetLive();
    expect([history.canUndo, history.canRedo]).toEqual([false, false]);
  });
});

test('changed paths name exactly what differs', () => {
  expect(changedPaths({ a: [1, { b: 2 }], c: 3 }, { a: [1, { b: 4 }], d: 3 })).toEqual([
    'a.1.b',
    'c',
    'd',
  ]);
  expect(changedPaths(spiral, decode('v=2').settings)).toEqual([]);
});
