// SPDX-License-Identifier: MIT
import { describe, expect, test } from 'vitest';
import { nextChunk, train } from '../../web/src/engine/train.ts';
import { abscissa } from '../../web/src/model/clock.ts';
import { Pace } from '../../web/src/race/pace.ts';
import { engines } from './support.ts';

/** The strides at full speed, after rounds that compute for as long as each of these. */
const strides = (quantum: number, computed: number[], waitedMs = 0) => {
  const pace = new Pace(Number.POSITIVE_INFINITY, quantum);
  let now = 5000;
  let at = pace.goal(0, now, 0);
  return computed.map((spentMs) => {
    now += spentMs + waitedMs;
    const from = at;
    at = pace.goal(at, now, spentMs);
    return at - from;
  });
};

/** Where the race is at a steady rate after frames of these lengths. It asks again once it is at a goal. */
const steady = (rate: number, quantum: number, lengths: number[]) => {
  const pace = new Pace(rate, quantum);
  let now = 5000;
  let at = pace.goal(0, now, 0);
  return lengths.map((length) => {
    now += length;
    for (let goal = pace.goal(at, now, 0); goal > at; goal = pace.goal(at, now, 0)) at = goal;
    return at;
  });
};

const frames = (ms: number, count: number) => new Array<number>(count).fill(ms);

describe('at a steady rate', () => {
  test('the first goal is the start', () => {
    expect(new Pace(250, 1).goal(0, 5000, 0)).toBe(0);
  });

  test.each([
    [1, 16, 1],
    [8, 16, 8],
    [10, 16, 10],
    [50, 16, 50],
    [250, 16, 250],
    [250, 7, 250],
    [5000, 33, 5000],
  ])('%i steps a second in frames of %i ms', (rate, frame, expected) => {
    const at = steady(rate, 1, frames(frame, Math.ceil(1000 / frame))).at(-1) ?? 0;
    expect(Math.abs(at - expected)).toBeLessThanOrEqual(1 + (rate * frame) / 1000);
  });

  test('goals are whole steps with any quantum', () => {
    for (const quantum of [1, 10, 0.04, 10 / 247]) {
      for (const at of steady(250 * quantum, quantum, frames(16, 60))) {
        expect(at / quantum).toBeCloseTo(Math.round(at / quantum), 6);
      }
    }
  });

  test('time lost in a long frame is not made up', () => {
    expect(steady(250, 1, [60_000])).toEqual([25]);
  });

  test.each([7, 25, 400])('rounds stay short where a step takes %i ms', (stepMs) => {
    const pace = new Pace(5000, 1);
    let now = 5000;
    let at = pace.goal(0, now, 0);
    let spentMs = 0;
    now += 16;
    for (let round = 0; round < 50; round++) {
      const goal = pace.goal(at, now, spentMs);
      expect(goal - at).toBeGreaterThanOrEqual(1);
      expect((goal - at) * stepMs).toBeLessThanOrEqual(Math.max(100, stepMs));
      spentMs = (goal - at) * stepMs;
      now += spentMs;
      at = goal;
    }
  });

  test('a machine that answers late keeps the rate', () => {
    const pace = new Pace(1000, 1);
    let now = 5000;
    let at = pace.goal(0, now, 0);
    for (let round = 0; round < 50; round++) at = pace.goal(at, (now += 300), 2);
    // Of each round, 100 ms count.
    expect(at).toBeGreaterThan(0.9 * 50 * 100);
  });
});

describe('at full speed', () => {
  test('strides double while rounds compute little, and halve while they compute long', () => {
    expect(strides(1, frames(2, 6))).toEqual([2, 4, 8, 16, 32, 64]);
    expect(strides(1, [...frames(2, 6), ...frames(90, 3)]).slice(6)).toEqual([32, 16, 8]);
  });

  test('rounds that only take long to be answered don’t shorten strides', () => {
    expect(strides(1, frames(2, 6), 500)).toEqual([2, 4, 8, 16, 32, 64]);
    expect(strides(1, frames(0, 3), 500)).toEqual([2, 4, 8]);
  });

  test('a stride is at least one step', () => {
    for (const stride of strides(10, frames(100, 20))) expect(stride).toBeGreaterThanOrEqual(10);
  });
});

describe('a slice', () => {
  test('grows at most fourfold to fill the time left, and is at least one step', () => {
    expect(nextChunk(10, 0, 12)).toBe(40);
    expect(nextChunk(10, 1, 100)).toBe(40);
    expect(nextChunk(10, 4, 8)).toBe(20);
    expect(nextChunk(100, 10, 1)).toBe(10);
    expect(nextChunk(1, 50, 1)).toBe(1);
  });
});

test.each(['steps', 'epochs', 'samples'] as const)(
  'training ends at the first step that reaches the goal in %s, in any slices',
  (unit) => {
    // A line search sees another number of samples in each step.
    const settings = {
      problem: { dataset: { id: 'spiral' }, batchSize: 7 },
      optimizer: { id: 'line-search' },
    };
    const goals = { steps: 29.5, epochs: 7.1, samples: 2500 };
    const until = goals[unit];
    const straight = engines.float64.createRun(settings);
    while (abscissa(straight.report(), unit) < until) straight.step(1);
    const whole = engines.float64.createRun(settings);
    const sliced = engines.float64.createRun(settings);
    while (abscissa(sliced.report(), unit) < until) train(sliced, { unit, until }, 0);
    expect(sliced.report()).toEqual(straight.report());
    expect(train(whole, { unit, until })).toEqual(straight.report());
  },
);
