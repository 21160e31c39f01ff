// SPDX-License-Identifier: MIT
import type { Axis } from '../state/settings.ts';
import { axisColumns, type Column } from './curve-store.ts';
import type { Racer } from './racer.ts';

/** A racer at the abscissa where all are compared. */
export interface Standing {
  racer: Racer;
  /** The rung read; -1 where there is none. */
  rung: number;
  /** Test loss, or training loss where nothing is kept for testing. */
  loss: number;
}

/**
 * Best first: who reached the target, the earliest first; then by the last recorded loss at the
 * abscissa that everybody still racing has recorded; then who diverged; then who never started.
 */
export function ranking(racers: readonly Racer[], clock: Axis): Standing[] {
  const column = axisColumns[clock];
  const abscissa = commonAbscissa(racers, clock);
  return racers
    .map((racer) => standing(racer, column, abscissa))
    .sort((a, b) => tier(a) - tier(b) || order(a, b, column));
}

/** How far everybody still racing has recorded; infinite where nobody is. */
export function commonAbscissa(racers: readonly Racer[], clock: Axis): number {
  const compared = racers.filter(({ status, curve }) => comparable.has(status) && curve.length > 0);
  return Math.min(...compared.map(({ curve }) => curve.last(axisColumns[clock])));
}

const comparable = new Set(['running', 'converged', 'loading']);

function standing(racer: Racer, column: Column, abscissa: number): Standing {
  const ownEnd = !comparable.has(racer.status);
  const rung = ownEnd ? racer.curve.length - 1 : racer.curve.rungAt(column, abscissa);
  return { racer, rung, loss: lossAt(racer, rung) };
}

/** The loss that decides. */
export function lossAt({ curve }: Racer, rung: number): number {
  const test = curve.at('testLoss', rung);
  return Number.isNaN(test) ? curve.at('trainLoss', rung) : test;
}

function tier({ racer, rung }: Standing): number {
  if (racer.status === 'reached') return 0;
  if (racer.status === 'diverged') return 2;
  return rung < 0 || !comparable.has(racer.status) ? 3 : 1;
}

function order(a: Standing, b: Standing, column: Column): number {
  const difference = sortKey(a, column) - sortKey(b, column);
  return Number.isNaN(difference) ? 0 : difference;
}

/** The sooner at the target, or the longer on the way, the better. */
function sortKey({ racer, rung, loss }: Standing, column: Column): number {
  if (racer.status === 'reached') return racer.curve.at(column, rung);
  return racer.status === 'diverged' ? -racer.curve.at(column, rung) : loss;
}
