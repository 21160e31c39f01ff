// SPDX-License-Identifier: MIT
import { MOST_STEPS } from '../../../wasm/arguments.ts';
import type { Run, Until } from '../../../wasm/types.ts';
import { abscissa, type Unit } from '../model/clock.ts';

/** Where to stop: at the first step with an abscissa of at least `until`, and never after `lastStep`. */
export interface Stop {
  unit: Unit;
  until: number;
  lastStep?: number;
}

/** Trains to the stop, or until the deadline has passed, but at least one step, so no racer starves. */
export function train(run: Run, { unit, until, lastStep = Infinity }: Stop, deadline = Infinity) {
  let report = run.report();
  let chunk = 1;
  const end = unit === 'steps' ? Math.min(Math.ceil(until), lastStep) : lastStep;
  const limit: Until = unit === 'steps' ? {} : { [fields[unit]]: until };
  for (;;) {
    if (report.status !== 'running' || report.step >= end || abscissa(report, unit) >= until)
      return report;
    const start = performance.now();
    const steps = Math.min(chunk, end - report.step);
    report = run.step(steps, limit);
    const now = performance.now();
    if (now >= deadline) return report;
    chunk = nextChunk(steps, now - start, deadline - now);
  }
}

const fields = { epochs: 'epoch', samples: 'samplesSeen' } as const;

/** The number of steps until the next look at the clock: to fill `leftMs`, but at most four times the last. */
export function nextChunk(last: number, lastMs: number, leftMs: number): number {
  const growth = lastMs > 0 ? leftMs / lastMs : 4;
  return Math.max(1, Math.min(MOST_STEPS, Math.floor(last * Math.min(4, growth))));
}
