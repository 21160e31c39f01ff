// SPDX-License-Identifier: MIT
import { describe, expect, test } from 'vitest';
import type { Racer } from '../../web/src/race/racer.ts';
import { type Basis, compare } from '../../web/src/race/ranking.ts';
import { racer, records, report, waypoints } from './curve.ts';

const on = (axis: Basis['axis'], loss: Basis['loss'] = 'testLoss'): Basis => ({
  axis,
  clock: 'steps',
  loss,
});

const order = (racers: Racer[], basis = on('steps')) =>
  compare(racers, basis).standings.map((standing) => standing.racer.key);

describe('ranking', () => {
  test('the lowest test loss comes first', () => {
    const racers = [
      racer(0, records([0, 10], [1, 0.5])),
      racer(1, records([0, 10], [1, 0.2])),
      racer(2, records([0, 10], [1, 0.7])),
    ];
    expect(order(racers)).toEqual([1, 0, 2]);
  });

  test('compares at the last abscissa that all racers have recorded', () => {
    const ahead = racer(0, records([0, 10, 20, 30], [1, 0.6, 0.3, 0.1]));
    const behind = racer(1, records([0, 10], [1, 0.5]));
    const { standings, at } = compare([ahead, behind], on('steps'));
    const [first, second] = standings;
    expect(at).toBe(10);
    expect(first).toMatchObject({ racer: behind, record: 1, loss: 0.5 });
    expect(second).toMatchObject({ racer: ahead, record: 1, loss: 0.6 });
  });

  test('compares on the axis of the chart', () => {
    const large = records([0, 10], [1, 0.5]);
    large.samplesSeen.set([0, 400]);
    const small = records([0, 10, 40], [1, 0.7, 0.4]);
    expect(order([racer(0, large), racer(1, small)])).toEqual([0, 1]);
    expect(order([racer(0, large), racer(1, small)], on('samples'))).toEqual([1, 0]);
  });

  test('racers that reached the target come first, the earliest at the top', () => {
    const racers = [
      racer(0, records([0, 40], [1, 0.01])),
      racer(1, records([0, 30], [1, 0.1]), 'reached'),
      racer(2, records([0, 20], [1, 0.1]), 'reached'),
    ];
    expect(order(racers)).toEqual([2, 1, 0]);
  });

  test('racers that diverged come last, the latest first, and a NaN is ignored', () => {
    const racers = [
      racer(0, records([0, 10], [1, Number.NaN]), 'diverged'),
      racer(1, records([0, 40], [1, 5])),
      racer(2, records([0, 30], [1, Number.NaN]), 'diverged'),
    ];
    expect(order(racers)).toEqual([1, 2, 0]);
  });

  test('a racer that stopped does not hold the others back', () => {
    const racers = [
      racer(0, records([0, 5], [1, Number.NaN]), 'diverged'),
      racer(1, records([0, 10, 40], [1, 0.9, 0.2])),
      racer(2, records([0, 10, 40], [1, 0.3, 0.4])),
    ];
    expect(order(racers)).toEqual([1, 2, 0]);
  });

  test('a racer that has converged keeps its last value while the others continue', () => {
    const stuck = racer(0, records([0, 10], [1, 0.5]), 'converged');
    const racers = [stuck, racer(1, records([0, 10, 900], [1, 0.9, 0.1]))];
    expect(compare(racers, on('steps'))).toMatchObject({
      at: 900,
      standings: [
        { racer: racers[1], loss: 0.1 },
        { racer: stuck, loss: 0.5 },
      ],
    });
  });

  test('a racer does not count as arrived before the others have come as far', () => {
    const costly = records([0, 10, 20], [1, 0.5, 0.1]);
    costly.samplesSeen.set([0, 1e6, 2e6]);
    const racers = [racer(0, costly, 'reached'), racer(1, records([0, 100, 2000], [1, 0.6, 0.2]))];
    expect(order(racers)).toEqual([0, 1]);
    expect(compare(racers, on('samples'))).toMatchObject({
      at: 20_000,
      standings: [
        { racer: racers[1], loss: 0.2 },
        { racer: racers[0], loss: 1 },
      ],
    });
  });

  test('once all have stopped, each counts with its last value', () => {
    const racers = [
      racer(0, records([0, 10], [1, 0.5]), 'converged'),
      racer(1, records([0, 40], [1, 0.3]), 'converged'),
    ];
    expect(order(racers)).toEqual([1, 0]);
    expect(compare(racers, on('steps')).at).toBe(Number.POSITIVE_INFINITY);
  });

  test('milliseconds are compared once they are long enough to differ', () => {
    const timed = (key: number, milliseconds: number[], losses: number[]): Racer => {
      const curve = records([0, 100, 2000], losses);
      curve.milliseconds.set(milliseconds);
      return racer(key, curve);
    };
    const short = [timed(0, [0, 0.5, 9], [1, 0.5, 0.1]), timed(1, [0, 0.2, 4], [1, 0.4, 0.2])];
    expect(compare(short, on('time'))).toMatchObject({ axis: 'steps', at: 2000, tooShort: true });
    expect(order(short, on('time'))).toEqual([0, 1]);
    const long = [timed(0, [0, 45, 900], [1, 0.5, 0.1]), timed(1, [0, 2, 40], [1, 0.4, 0.2])];
    expect(compare(long, on('time'))).toMatchObject({ axis: 'time', at: 40, tooShort: false });
    expect(order(long, on('time'))).toEqual([1, 0]);
  });

  test('uses the training loss if the chart shows it', () => {
    const racers = [
      racer(0, records([0, 10], [1, 0.2], [1, 0.9])),
      racer(1, records([0, 10], [1, 0.7], [1, 0.1])),
    ];
    expect(order(racers)).toEqual([0, 1]);
    expect(order(racers, on('steps', 'trainLoss'))).toEqual([1, 0]);
  });

  test('a racer that never started comes last', () => {
    const none = records([], []);
    const racers = [
      racer(0, none, 'refused'),
      racer(1, records([0, 5], [1, 2]), 'diverged'),
      racer(2, records([0, 10], [1, 0.9])),
    ];
    expect(order(racers)).toEqual([2, 1, 0]);
  });

  test('without a test split the training loss decides', () => {
    const untested = [Number.NaN, Number.NaN];
    const racers = [
      racer(0, records([0, 10], untested, [1, 0.5])),
      racer(1, records([0, 10], untested, [1, 0.4])),
    ];
    expect(order(racers)).toEqual([1, 0]);
  });
});

describe('a racer with a target', () => {
  test('stops at the first record at or below it, and drops later ones', () => {
    const one = racer(0, records([0], [1]));
    one.take(
      {
        run: 0,
        report: report(30),
        records: records([10, 20, 30], [0.5, 0.2, 0.4], [0.1, 0.1, 0.1]),
        waypoints: waypoints([10, 19, 20, 21, 30]),
      },
      { loss: 'testLoss', value: 0.2 },
    );
    expect(one.status).toBe('reached');
    expect(one.reachedRecord).toBe(2);
    expect(one.curve.last('step')).toBe(20);
    expect(one.path.last('step')).toBe(20);
    expect(one.path.end).toEqual([20, -20]);
    expect(one.path.after(18)).toEqual([10, -10]);
    expect(one.known).toEqual({ records: 3, waypoints: 3 });
    one.release();
    expect(one.status).toBe('running');
  });

  test('keeps its first changes in the order of steps, grouped by step', () => {
    const one = racer(0, records([0], [1]));
    one.note(10, { rate: 0.1 });
    one.note(10, { rate: 0.2, decay: 1 });
    one.note(20, { rate: 0.3 });
    expect(one.changes).toEqual([
      { step: 10, values: { rate: 0.2, decay: 1 } },
      { step: 20, values: { rate: 0.3 } },
    ]);
    expect(one.current.values).toEqual({ rate: 0.3, decay: 1 });
  });
});
