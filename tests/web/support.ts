// SPDX-License-Identifier: MIT
import { readFile } from 'node:fs/promises';
import {
  type Curve,
  loadEngine,
  type Path,
  type Precision,
  type Report,
  type Run,
  type Sampling,
} from 'fall-line/engine';
import { abscissa } from '../../web/src/engine/messages.ts';
import type { Parts } from '../../web/src/engine/module.ts';
import { decodeLink } from '../../web/src/state/links/decode.ts';
import { encodeLink } from '../../web/src/state/links/encode.ts';
import { precisionOf } from '../../web/src/state/precision.ts';
import { runSettings, type Settings } from '../../web/src/state/settings.ts';

export const engines = {
  float32: await loadEngine(),
  float64: await loadEngine({ precision: 'float64' }),
};
export const { catalog } = engines.float32;

/** What the page's engines are made of. */
export async function partsOf(precision: Precision): Promise<Parts> {
  const part = async (name: string) =>
    WebAssembly.compile(await readFile(`build/wasm/engine-${precision}.${name}.wasm`));
  return { first: await part('first'), rest: await part('rest') };
}

export const decode = (link: string) => decodeLink(catalog, link);
export const encode = (settings: Settings) => encodeLink(catalog, settings);

/** What the engine refuses of a decoded link, but for what it alone knows: sizes, and which rule fits which problem. */
export function refusedBesideSizes(link: string): string[] {
  const { settings } = decode(link);
  // Those who don't race are checked too.
  const racers = settings.racers.map((racer) => ({ ...racer, on: true }));
  const engine = engines[precisionOf(catalog, { ...settings, racers })];
  const refusals = racers.flatMap((racer) => engine.check(runSettings(settings, racer)));
  return refusals
    .filter(
      ({ message, rule }) =>
        !/ MB of memory/.test(message) &&
        !/ for this problem: |^must be (0|constant|a wrapper) for /.test(rule),
    )
    .map(({ message }) => message);
}

/** Numbers in [0, 1), the same each time. */
export function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

export interface Raced {
  report: Report;
  curve: Curve;
  /** Empty on data. */
  path: Path;
  parameters: number[];
  /** Undefined where the rule takes the batches as they come. */
  sampling: Sampling | undefined;
}

/** Trains every racer of a link to its budget. A seed replaces the link's, of the data and of the start. */
export function race(link: string, seed?: number): Raced[] {
  const { settings } = decode(link);
  const given: Settings =
    seed === undefined
      ? settings
      : {
          ...settings,
          run: { ...settings.run, seed },
          dataset: { ...settings.dataset, values: { ...settings.dataset.values, seed } },
        };
  return given.racers.map((racer) => {
    const run = engines[precisionOf(catalog, given)].createRun(runSettings(given, racer));
    const report = train(run, given.budget);
    const raced = {
      report,
      curve: run.curve(),
      path: run.path(),
      parameters: [...run.parameters],
      sampling: run.sampling(),
    };
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

export type LossColumn = 'trainLoss' | 'testLoss';

/** The loss at the last rung that is not beyond `x`. */
export function lossAt(
  { curve }: Raced,
  x: number,
  column: 'step' | 'samplesSeen' = 'step',
  loss: LossColumn = 'testLoss',
): number {
  return curve[loss][curve[column].findLastIndex((at) => at <= x)] ?? Number.NaN;
}

export function last({ curve }: Raced, loss: LossColumn = 'testLoss'): number {
  return curve[loss].at(-1) ?? Number.NaN;
}

export const firstLoss = ({ curve }: Raced, loss: LossColumn = 'testLoss') =>
  curve[loss][0] ?? Number.NaN;

/** The first recorded step with a loss of at most `loss`; infinite where there is none. */
export function stepsTo(
  { curve }: Raced,
  loss: number,
  column: LossColumn = 'testLoss',
  axis: 'step' | 'samplesSeen' = 'step',
): number {
  const rung = curve[column].findIndex((value) => value <= loss);
  return curve[axis][rung] ?? Number.POSITIVE_INFINITY;
}

/** How far a loss has gone up, all in all, from rung to rung: noise and bouncing. */
export function climbed(
  { curve }: Raced,
  loss: LossColumn,
  rungs: (rung: number) => boolean = () => true,
): number {
  const values = curve[loss];
  return values.reduce(
    (sum, value, rung) =>
      rung > 0 && rungs(rung) ? sum + Math.max(0, value - (values[rung - 1] ?? value)) : sum,
    0,
  );
}
