// SPDX-License-Identifier: MIT
import type { Unit } from '../model/clock.ts';
import type { DecidingLoss } from '../model/problem-kind.ts';
import type { Axis } from '../model/settings.ts';
import { axisColumns, type Column } from './curve-store.ts';
import type { Racer } from './racer.ts';

/** A racer at the abscissa of the comparison. */
export interface Standing {
  racer: Racer;
  /** The compared record, or -1 if there is none. */
  record: number;
  loss: number;
}

/** The ranking of all racers at one abscissa. */
export interface Comparison {
  /** Best first. */
  standings: Standing[];
  axis: Axis;
  /** The abscissa. Infinite if all racers have stopped, so each is compared at its end. */
  at: number;
  /** Whether the chosen axis is time, but too little has passed to compare by it. */
  tooShort: boolean;
}

/** The basis of a comparison. */
export interface Basis {
  /** The axis of the chart. */
  axis: Axis;
  /** The unit of the race's clock. */
  clock: Unit;
  loss: DecidingLoss;
}

/**
 * Racers are compared by time once each has computed for this many milliseconds: browsers round
 * their clocks to up to 1 ms, and the first steps include the engine's own start.
 */
export const shortestTimeMs = 20;

/**
 * Ranks racers at the last abscissa that all active racers have recorded. A racer that has stopped keeps
 * its last value. Best first: racers that have reached the target by then, earliest first; the others by
 * loss; racers that diverged, latest first; racers that never started.
 */
export function compare(racers: readonly Racer[], basis: Basis): Comparison {
  const time = commonAbscissa(racers, basis.axis);
  const tooShort = basis.axis === 'time' && time < shortestTimeMs;
  const axis = tooShort ? basis.clock : basis.axis;
  const at = tooShort ? commonAbscissa(racers, axis) : time;
  const column = axisColumns[axis];
  const standings = racers
    .map((racer): Standing => {
      const record = racer.curve.rowAt(column, at);
      return { racer, record, loss: lossAt(racer, record, basis.loss) };
    })
    .sort((a, b) => tier(a, column, at) - tier(b, column, at) || order(a, b, column, at));
  return { standings, axis, at, tooShort };
}

/** The last abscissa that all active racers have recorded. Infinite if none is active. */
function commonAbscissa(racers: readonly Racer[], axis: Axis): number {
  const column = axisColumns[axis];
  const racing = racers.filter((racer) => racer.racing && racer.curve.length > 0);
  return Math.min(...racing.map(({ curve }) => curve.last(column)));
}

/** The test loss, or the training loss if there is no test split or `loss` asks for it. */
export function lossAt({ curve }: Racer, record: number, loss: DecidingLoss = 'testLoss'): number {
  const value = curve.at(loss, record);
  return Number.isNaN(value) ? curve.at('trainLoss', record) : value;
}

function tier({ racer, record }: Standing, column: Column, at: number): number {
  if (racer.status === 'diverged') return 2;
  if (record < 0 || racer.status === 'refused' || racer.status === 'failed') return 3;
  return hasReached(racer, column, at) ? 0 : 1;
}

/** Whether a racer had reached the target by `at`. On other axes than the clock's, it may be later. */
function hasReached({ status, curve }: Racer, column: Column, at: number): boolean {
  return status === 'reached' && curve.last(column) <= at;
}

function order(a: Standing, b: Standing, column: Column, at: number): number {
  const difference = sortKey(a, column, at) - sortKey(b, column, at);
  return Number.isNaN(difference) ? 0 : difference;
}

/** Lower is better: the abscissa of reaching the target, the loss, or minus that of divergence. */
function sortKey({ racer, record, loss }: Standing, column: Column, at: number): number {
  if (hasReached(racer, column, at)) return racer.curve.last(column);
  return racer.status === 'diverged' ? -racer.curve.at(column, record) : loss;
}
