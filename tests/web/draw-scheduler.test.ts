// SPDX-License-Identifier: MIT
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { throttled } from '../../web/src/util/throttled.ts';
import { scheduleDraw, scheduleIdleDraw } from '../../web/src/util/draw-scheduler.ts';

let frames: FrameRequestCallback[] = [];
let now = 0;

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('requestAnimationFrame', (frame: FrameRequestCallback) => frames.push(frame));
  vi.spyOn(performance, 'now').mockImplementation(() => now);
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

function nextFrame(): void {
  const due = frames;
  frames = [];
  for (const frame of due) frame(now);
}

/** Advances the page's clock and its timers. */
function pass(milliseconds: number): void {
  now += milliseconds;
  vi.advanceTimersByTime(milliseconds);
}

test('each action runs once in the next frame, in the order of the calls', () => {
  const drawn: string[] = [];
  const [one, other] = ['one', 'other'].map((name) => () => void drawn.push(name));
  for (const action of [one, other, one, one]) if (action) scheduleDraw(action);
  expect(drawn).toEqual([]);
  nextFrame();
  expect(drawn).toEqual(['one', 'other']);
  nextFrame();
  expect(drawn).toHaveLength(2);
});

test('an urgent action runs before earlier ones', () => {
  const drawn: string[] = [];
  scheduleDraw(() => void drawn.push('other'));
  scheduleDraw(() => void drawn.push('chart'), true);
  nextFrame();
  expect(drawn).toEqual(['chart', 'other']);
});

test('in spare time each action runs once, one after the other', () => {
  const drawn: string[] = [];
  const [one, other] = ['one', 'other'].map((name) => () => void drawn.push(name));
  for (const action of [one, other, one]) if (action) scheduleIdleDraw(action);
  pass(0);
  expect(drawn).toEqual([]);
  pass(200);
  expect(drawn).toEqual(['one']);
  pass(200);
  expect(drawn).toEqual(['one', 'other']);
  pass(1000);
  expect(drawn).toHaveLength(2);
});

test('after a slow action the others wait for the next frame', () => {
  const drawn: string[] = [];
  const slow = () => {
    drawn.push('slow');
    now += 20;
  };
  scheduleDraw(slow);
  scheduleDraw(() => drawn.push('quick'));
  nextFrame();
  expect(drawn).toEqual(['slow']);
  nextFrame();
  expect(drawn).toEqual(['slow', 'quick']);
});

test('a throttled action runs soon, again only after the interval, and at least once per burst', () => {
  let runs = 0;
  const ask = throttled(100, () => runs++);
  ask();
  ask();
  pass(1);
  expect(runs).toBe(1);
  ask();
  pass(90);
  expect(runs).toBe(1);
  pass(20);
  expect(runs).toBe(2);
  pass(1000);
  expect(runs).toBe(2);
});
