// SPDX-License-Identifier: MIT
import type { Unit } from '../engine/messages.ts';
import type { Axis } from '../state/settings.ts';
import { axisColumns, type Column } from './curve-store.ts';
import type { Racer } from './racer.ts';

/** The loss that decides who is ahead. */
export type DecidingLoss = 'testLoss' | 'trainLoss';

/** A racer at the abscissa where all are compared. */
export interface Standing {
  racer: Racer;
  /** The rung read; -1 where there is none. */
  rung: number;
  loss: number;
}

/** All racers at one abscissa. */
export interface Comparison {
  /** Best first. */
  standings: Standing[];
  axis: Axis;
  /** Infinite where everybody has stopped: each is taken at its own end. */
  at: number;
  /** Whether the chosen axis was time, and too little of it had passed to compare by it. */
  tooShort: boolean;
}

/** What the comparison is made on. */
export interface Basis {
  /** The axis of the chart. */
  axis: Axis;
  /** What the race itself is measured in. */
  clock: Unit;
  loss: DecidingLoss;
}

/**
 * Racers are compared by time once each has computed for this many milliseconds: browsers round
 * their clocks to up to 1 ms, and the first steps include the engine's own start.
 */
export const shortestTimeMs = 20;

/**
 * Racers at the abscissa that everybody still racing has recorded. Who has stopped keeps its last
 * value at every later abscissa. Best first: who has reached the target by then, the earliest first;
 * then by loss; then who diverged, the longest on the way first; then who never started.
 */
export function compare(racers: readonly Racer[], basis: Basis): Comparison {
  const time = commonAbscissa(racers, basis.axis);
  const tooShort = basis.axis === 'time' && time < shortestTimeMs;
  const axis = tooShort ? basis.clock : basis.axis;
  const at = tooShort ? commonAbscissa(racers, axis) : time;
  const column = axisColumns[axis];
  const standings = racers
    .map((racer): Standing => {
      const rung = racer.curve.rungAt(column, at);
      return { racer, rung, loss: lossAt(racer, rung, basis.loss) };
    })
    .sort((a, b) => tier(a, column, at) - tier(b, column, at) || order(a, b, column, at));
  return { standings, axis, at, tooShort };
}

/** How far everybody still racing has recorded; infinite where nobody is. */
function commonAbscissa(racers: readonly Racer[], axis: Axis): number {
  const column = axisColumns[axis];
  const racing = racers.filter((racer) => racer.racing && racer.curve.length > 0);
  return Math.min(...racing.map(({ curve }) => curve.last(column)));
}

/** The test loss, or the training loss where nothing is kept for testing or where it is asked for. */
export function lossAt({ curve }: Racer, rung: number, loss: DecidingLoss = 'testLoss'): number {
  const value = curve.at(loss, rung);
  return Number.isNaN(value) ? curve.at('trainLoss', rung) : value;
}

function tier({ racer, rung }: Standing, column: Column, at: number): number {
  if (racer.status === 'diverged') return 2;
  if (rung < 0 || racer.status === 'refused' || racer.status === 'failed') return 3;
  return hasReached(racer, column, at) ? 0 : 1;
}

/** By that abscissa: on another axis than the race's own, others may have been there before. */
function hasReached({ status, curve }: Racer, column: Column, at: number): boolean {
  return status === 'reached' && curve.last(column) <= at;
}

function order(a: Standing, b: Standing, column: Column, at: number): number {
  const difference = sortKey(a, column, at) - sortKey(b, column, at);
  return Number.isNaN(difference) ? 0 : difference;
}

/** The sooner at the target, or the longer on the way, the better. */
function sortKey({ racer, rung, loss }: Standing, column: Column, at: number): number {
  if (hasReached(racer, column, at)) return racer.curve.last(column);
  return racer.status === 'diverged' ? -racer.curve.at(column, rung) : loss;
}
