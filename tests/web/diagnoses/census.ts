// SPDX-License-Identifier: MIT
// What is said of ordinary runs: every optimizer as the page offers it, on problems with their defaults.
import type { Finding, Report } from 'fall-line/engine';
import { precisionOf } from '../../../web/src/model/precision.ts';
import { runSettings } from '../../../web/src/model/run-settings.ts';
import { catalog, decode, engines } from '../support.ts';

export interface Diagnosed {
  problem: string;
  optimizer: string;
  seed: number;
  report: Report;
  /** The training loss at the start and at the end. */
  losses: readonly [number, number];
  findings: readonly Finding[];
  /** How long the diagnosis took. */
  ms: number;
}

/** Trains each optimizer that suits the problem so many steps from each start, and asks what is wrong. */
export function* diagnosed(
  problem: string,
  seeds: readonly number[],
  steps: number,
  optimizers = catalog.optimizers.map(({ id }) => id),
): Generator<Diagnosed> {
  for (const optimizer of optimizers)
    for (const seed of seeds) {
      const { settings } = decode(`v=3&${problem}&run=${optimizer}&seed=${seed}`);
      const [racer] = settings.racers;
      const engine = engines[precisionOf(catalog, settings)];
      const plan = racer && runSettings(settings, racer);
      if (!plan || engine.check(plan).length > 0) continue;
      const run = engine.createRun(plan);
      const report = run.step(steps);
      const { trainLoss } = run.curve();
      const began = performance.now();
      const findings = run.diagnose();
      const ms = performance.now() - began;
      run.dispose();
      const losses = [trainLoss[0] ?? Number.NaN, trainLoss.at(-1) ?? Number.NaN] as const;
      yield { problem, optimizer, seed, report, losses, findings, ms };
    }
}

/** How many of the runs are told of each fault. */
export function counted(runs: readonly Diagnosed[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { findings } of runs)
    for (const { fault } of findings) counts.set(fault, (counts.get(fault) ?? 0) + 1);
  return counts;
}

/** A line for each finding. */
export function listed({ problem, optimizer, seed, report, losses, findings, ms }: Diagnosed) {
  const brief = (value: unknown) =>
    typeof value === 'number' ? Number(value.toPrecision(3)) : value;
  return findings.map(({ fault, measured, remedy }) =>
    [
      fault,
      problem,
      optimizer,
      `seed ${seed}`,
      `${report.status} at ${report.step}`,
      losses.map(brief).join(' to '),
      JSON.stringify(measured, (_, value: unknown) => brief(value)),
      remedy ? `${remedy.path} = ${String(remedy.value)}` : 'no remedy',
      `${Math.round(ms)} ms`,
    ].join('\t'),
  );
}

/** All problems, with as many starts and steps as their cost allows. */
export const problems = [
  ...catalog.datasets.map(({ id }) => {
    const large = id.startsWith('digits');
    return { id, link: `dataset=${id}`, seeds: large ? [1] : [1, 2, 3], steps: large ? 300 : 1000 };
  }),
  ...catalog.surfaces.map(({ id }) => ({ id, link: `surface=${id}`, seeds: [1], steps: 1000 })),
];
