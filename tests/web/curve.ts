// SPDX-License-Identifier: MIT
import type { Curve, Path, Report } from 'fall-line/engine';
import { Racer, type RacerStatus } from '../../web/src/race/racer.ts';

/** A curve with records at the given steps, ten samples per step, and these losses. */
export function records(steps: number[], testLoss: number[], trainLoss = testLoss): Curve {
  const nothing = steps.map(() => Number.NaN);
  return {
    step: Float64Array.from(steps),
    epoch: Float64Array.from(steps, (step) => step / 25),
    samplesSeen: Float64Array.from(steps, (step) => step * 10),
    milliseconds: Float64Array.from(steps, (step) => step / 100),
    trainLoss: Float64Array.from(trainLoss),
    testLoss: Float64Array.from(testLoss),
    trainAccuracy: Float64Array.from(nothing),
    testAccuracy: Float64Array.from(nothing),
    learningRate: Float64Array.from(nothing),
    weightNorms: [steps.map((step) => step + 1), steps.map((step) => step + 2)].map((column) =>
      Float64Array.from(column),
    ),
  };
}

/** A path along the diagonal. */
export function waypoints(steps: number[]): Path {
  const x = Float64Array.from(steps);
  return { step: x, x, y: x.map((step) => -step) };
}

export const report = (step: number, status: Report['status'] = 'running'): Report => ({
  step,
  epoch: step / 25,
  samplesSeen: step * 10,
  work: { loss: 0, gradient: step * 10, hessianProduct: 0 },
  loss: 1,
  learningRate: 0.1,
  gradientNorm: 1,
  failedSearches: 0,
  status,
});

/** A racer at the last record of its curve. */
export function racer(key: number, curve: Curve, status: RacerStatus = 'running'): Racer {
  const made = new Racer({
    key,
    slot: key,
    on: true,
    optimizer: { id: 'any', values: {} },
    wrappers: [],
    schedule: { id: 'any', values: {} },
  });
  made.curve.append(curve);
  made.report = report(curve.step.at(-1) ?? 0);
  made.status = status;
  return made;
}
