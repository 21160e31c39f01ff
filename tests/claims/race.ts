// SPDX-License-Identifier: MIT
// Trains the racers of a link in Node, and reads figures from its curves.
import type { Curve, Path, Report, Run, Sampling } from 'fall-line/engine';
import type { Track } from '../../web/src/lessons/measures.ts';
import { abscissa } from '../../web/src/model/clock.ts';
import { precisionOf } from '../../web/src/model/precision.ts';
import { runSettings } from '../../web/src/model/run-settings.ts';
import type { Settings } from '../../web/src/model/settings.ts';
import { catalog, decode, engines } from '../web/support.ts';
import { median } from './figures.ts';

export interface Raced {
  report: Report;
  curve: Curve;
  /** Empty for a network. */
  path: Path;
  /** Undefined unless the rule draws the samples itself. */
  sampling: Sampling | undefined;
}

/** Trains every racer of a link to the end of its race, from another start if one is given. */
export function race(link: string, change = (settings: Settings) => settings): Raced[] {
  const settings = change(decode(link).settings);
  return settings.racers.map((racer) => {
    const run = engines[precisionOf(catalog, settings)].createRun(runSettings(settings, racer));
    const report = train(run, settings.budget);
    const raced = { report, curve: run.curve(), path: run.path(), sampling: run.sampling() };
    run.dispose();
    return raced;
  });
}

function train(run: Run, { unit, amount }: Settings['budget']): Report {
  let report = run.report();
  while (report.status === 'running' && abscissa(report, unit) < amount) {
    const at = abscissa(report, unit);
    report = run.step(at === 0 ? 1 : Math.ceil((amount - at) / (at / report.step)));
  }
  return report;
}

/** A racer as the questions of lessons measure it. */
export const trackOf = ({ report, curve, path }: Raced): Track => ({
  diverged: report.status === 'diverged',
  curve: (column) => curve[column],
  path: (coordinate) => path[coordinate],
});

export type LossColumn = 'trainLoss' | 'testLoss';
type Axis = 'step' | 'samplesSeen';

/** The loss at the last recorded step that is not beyond `x`. */
export function lossAt(
  { curve }: Raced,
  x: number,
  loss: LossColumn = 'testLoss',
  axis: Axis = 'step',
): number {
  return curve[loss][curve[axis].findLastIndex((at) => at <= x)] ?? Number.NaN;
}

/** The test accuracy at the last recorded step that is not beyond `step`. */
export function accuracyAt({ curve }: Raced, step: number): number {
  return curve.testAccuracy[curve.step.findLastIndex((at) => at <= step)] ?? Number.NaN;
}

export const lastAccuracy = (racer: Raced) => accuracyAt(racer, Number.POSITIVE_INFINITY);

/** The number of values in each sample of a data set. */
export const inputsOf = (id: string) =>
  catalog.datasets.find((dataset) => dataset.id === id)?.inputs ?? Number.NaN;

/** The median of a figure over the racers of a race. */
export const typical = (racers: readonly Raced[], figure: (racer: Raced) => number) =>
  median(racers.map((racer) => figure(racer)));

export const firstLoss = ({ curve }: Raced, loss: LossColumn = 'testLoss') =>
  curve[loss][0] ?? Number.NaN;

/** The final loss, or infinity if it is not a number, so a racer that diverged is worst. */
export function lastLoss({ curve }: Raced, loss: LossColumn = 'testLoss'): number {
  const value = curve[loss].at(-1) ?? Number.NaN;
  return Number.isNaN(value) ? Number.POSITIVE_INFINITY : value;
}

export const lowestLoss = ({ curve }: Raced, loss: LossColumn = 'testLoss') =>
  Math.min(...curve[loss]);

/** The first recorded step with a loss of at most `bound`, or infinity if there is none. */
export function stepsTo(
  { curve }: Raced,
  bound: number,
  loss: LossColumn = 'testLoss',
  axis: Axis = 'step',
): number {
  const record = curve[loss].findIndex((value) => value <= bound);
  return curve[axis][record] ?? Number.POSITIVE_INFINITY;
}

/** The sum of all rises of a loss after `from`, caused by noise and oscillation. */
export function climbed(
  { curve }: Raced,
  loss: LossColumn = 'testLoss',
  from = 0,
  axis: Axis = 'step',
): number {
  const values = curve[loss];
  const rise = (value: number, record: number) =>
    record > 0 && (curve[axis][record] ?? 0) > from
      ? Math.max(0, value - (values[record - 1] ?? value))
      : 0;
  return values.reduce((sum, value, record) => sum + rise(value, record), 0);
}

/** The mean training loss over the recorded steps of the second half. */
export function lateMean({ curve, report }: Raced): number {
  const late = curve.trainLoss.filter((_, record) => (curve.step[record] ?? 0) > report.step / 2);
  return late.reduce((sum, value) => sum + value, 0) / late.length;
}

/** The number of steps in which a coordinate changes its sign. */
export function changesOfSide(values: Float64Array): number {
  return values.filter((value, step) => step > 0 && value * (values[step - 1] ?? 0) < 0).length;
}
