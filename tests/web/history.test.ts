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

/** A change without a pointer, or in a numbered hold of it. */
const at = (ms: number, hold = 0) => ({ ms, hold });

describe('history', () => {
  test('undoes and redoes changes', () => {
    const history = new History();
    const moons = { ...spiral, dataset: decode('v=2&dataset=moons').settings.dataset };
    expect([history.canUndo, history.canRedo]).toEqual([false, false]);
    history.record(spiral, moons, at(0));
    expect(history.undo(moons)).toEqual(spiral);
    expect([history.canUndo, history.canRedo]).toEqual([false, true]);
    expect(history.redo(spiral)).toEqual(moons);
    expect(history.undo(moons)).toEqual(spiral);
    history.record(spiral, withNoise(spiral, 0.3), at(5000));
    expect(history.canRedo).toBe(false);
  });

  test('counts a drag as one change however long it takes, and two drags as two', () => {
    const history = new History();
    const noises = [0.1, 0.2, 0.3, 0.4].map((noise) => withNoise(spiral, noise));
    const [a, b, c, d] = noises as [Settings, Settings, Settings, Settings];
    expect(history.record(spiral, a, at(0, 1))).toBe(true);
    expect(history.record(a, b, at(9000, 1))).toBe(false);
    // The same drag may change more values, as that of a start does when it leaves its row.
    const seeded = { ...c, run: { ...c.run, seed: 2 } };
    expect(history.record(b, seeded, at(9100, 1))).toBe(false);
    expect(history.record(seeded, d, at(9200, 2))).toBe(true);
    expect(history.undo(d)).toEqual(seeded);
    expect(history.undo(seeded)).toEqual(spiral);
    expect(history.undo(spiral)).toBeUndefined();
  });

  test('counts presses of a key as one change while they follow one another', () => {
    const history = new History();
    const noises = [0.1, 0.2, 0.3].map((noise) => withNoise(spiral, noise));
    const [a, b, c] = noises as [Settings, Settings, Settings];
    history.record(spiral, a, at(0));
    history.record(a, b, at(900));
    history.record(b, c, at(3000));
    expect(history.undo(c)).toEqual(b);
    expect(history.undo(b)).toEqual(spiral);
    expect(history.undo(spiral)).toBeUndefined();
  });

  test('does not record changes of the view, and keeps the current view', () => {
    const history = new History();
    const linear: Settings = { ...spiral, view: { ...spiral.view, scale: 'linear' } };
    history.record(spiral, linear, at(0));
    expect(history.canUndo).toBe(false);
    history.record(spiral, withNoise(spiral, 0.3), at(0));
    const now = { ...withNoise(spiral, 0.3), view: linear.view };
    expect(history.undo(now)).toEqual(linear);
  });

  test('restores the view if the undone change replaced it', () => {
    const history = new History();
    const free: Settings = { ...spiral, pacing: 'free', view: { ...spiral.view, axis: 'time' } };
    history.record(spiral, free, at(0));
    expect(history.undo(free)).toEqual(spiral);
    expect(history.redo(spiral)).toEqual(free);
  });

  test('undoes a change made during a race, and forgets it with that race', () => {
    const history = new History();
    history.recordLive(2, { learningRate: 0.1 }, { learningRate: 0.2 }, at(0));
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
