// SPDX-License-Identifier: MIT
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { throttled } from '../../web/src/race/throttled.ts';
import { atLeisure, inTurn } from '../../web/src/race/turns.ts';

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

/** The clock of the page and its timers. */
function pass(milliseconds: number): void {
  now += milliseconds;
  vi.advanceTimersByTime(milliseconds);
}

test('who waits draws once in the next frame, in the order of asking', () => {
  const drawn: string[] = [];
  const [one, other] = ['one', 'other'].map((name) => () => void drawn.push(name));
  for (const action of [one, other, one, one]) if (action) inTurn(action);
  expect(drawn).toEqual([]);
  nextFrame();
  expect(drawn).toEqual(['one', 'other']);
  nextFrame();
  expect(drawn).toHaveLength(2);
});

test('what the page is about is drawn before those who asked earlier', () => {
  const drawn: string[] = [];
  inTurn(() => void drawn.push('other'));
  inTurn(() => void drawn.push('chart'), true);
  nextFrame();
  expect(drawn).toEqual(['chart', 'other']);
});

test('at leisure, who waits draws once, one after the other', () => {
  const drawn: string[] = [];
  const [one, other] = ['one', 'other'].map((name) => () => void drawn.push(name));
  for (const action of [one, other, one]) if (action) atLeisure(action);
  pass(0);
  expect(drawn).toEqual([]);
  pass(200);
  expect(drawn).toEqual(['one']);
  pass(200);
  expect(drawn).toEqual(['one', 'other']);
  pass(1000);
  expect(drawn).toHaveLength(2);
});

test('after who takes long, the others wait for the next frame', () => {
  const drawn: string[] = [];
  const slow = () => {
    drawn.push('slow');
    now += 20;
  };
  inTurn(slow);
  inTurn(() => drawn.push('quick'));
  nextFrame();
  expect(drawn).toEqual(['slow']);
  nextFrame();
  expect(drawn).toEqual(['slow', 'quick']);
});

test('a throttled action runs soon, then not again before its time, and never less than once', () => {
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
