// SPDX-License-Identifier: MIT
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import texts from 'fall-line/code';
import { gather, type Material } from '../../web/src/sharing/code/material.ts';
import type { Script, ScriptSource } from '../../web/src/sharing/code/sections.ts';
import { bringReal } from '../../web/src/playground/real-data.ts';
import { ownSamples } from '../../web/src/model/own-samples.ts';
import { racerNames } from '../../web/src/model/names.ts';
import { runSettings } from '../../web/src/model/run-settings.ts';
import type { Settings } from '../../web/src/model/settings.ts';
import { enginePool } from '../web/race-support.ts';
import { ownData } from '../web/results/support.ts';
import { catalog, decode, engines } from '../web/support.ts';

export { catalog, texts };

type Writer = (source: ScriptSource) => Script;

const python = existsSync('/usr/bin/python3') ? '/usr/bin/python3' : 'python3';
const folder = 'build/code';
mkdirSync(folder, { recursive: true });

const client = await enginePool(1, 'float64').client(0);

/** Steps, training losses, and test losses if there is a test split. */
export type Curve = number[][];

const racersOf = (settings: Settings) => settings.racers.filter(({ on }) => on);

/** The race of a link without mistakes. */
export function settingsOf(link: string): Settings {
  const { settings, notices } = decode(link);
  if (notices.length > 0) throw new Error(`${link}: ${JSON.stringify(notices)}`);
  return settings;
}

export async function materialOf(settings: Settings, epochs = 300): Promise<Material> {
  const [racer] = racersOf(settings);
  if (!racer) throw new Error('The race has no racer.');
  const material = await gather(client, runSettings(settings, racer), () => epochs);
  if (!material) throw new Error('The race has too many samples.');
  return material;
}

export async function scriptOf(write: Writer, settings: Settings): Promise<Script> {
  const material = await materialOf(settings);
  return write({ catalog, texts, settings, material, address: '' });
}

/** Waits for paths of scripts, until the tests of this file end. */
const runner = spawn(python, ['tests/code/run.py'], {
  stdio: ['pipe', 'pipe', 'inherit'],
  env: { ...process.env, OMP_NUM_THREADS: '1' },
});
const answers = createInterface({ input: runner.stdout })[Symbol.asyncIterator]();
let scripts = 0;

/** The curves that a script prints, by the names of the racers. */
async function curvesOf(script: Script): Promise<Record<string, Curve>> {
  // Kept, so that a script that failed can be read. Files of tests run side by side.
  const path = `${folder}/${process.env.VITEST_WORKER_ID}-${(scripts += 1)}.py`;
  writeFileSync(path, script.text);
  runner.stdin.write(`${path}\n`);
  const { value, done } = await answers.next();
  const curves = (done ? null : JSON.parse(value)) as Record<string, Curve> | null;
  if (curves) return curves;
  throw new Error(`Python could not run ${path}. What it printed is above.`);
}

/** The same curves from the engine in 64 bits. */
function engineCurves(settings: Settings, steps: readonly number[]): Record<string, Curve> {
  const raced = racersOf(settings);
  const names = racerNames(catalog, raced);
  return Object.fromEntries(
    raced.map((racer) => {
      const run = engines.float64.createRun(runSettings(settings, racer));
      const curve = steps.map((step) => {
        run.step(step - run.report().step);
        const { trainDataLoss, testLoss } = run.evaluate();
        return [step, trainDataLoss, ...(testLoss === undefined ? [] : [testLoss])];
      });
      run.dispose();
      return [names.get(racer.key) ?? '', curve];
    }),
  );
}

/** Below this training loss the test loss hangs on rounding errors alone. */
const settled = 1e-9;

/** The largest difference between the losses of two curves. Infinite if they are not of the same steps. */
function difference(a: Curve | undefined, b: Curve | undefined): number {
  if (!a || !b || a.length !== b.length) return Number.POSITIVE_INFINITY;
  const apart = a.flatMap((row, i) => {
    const other = b[i] ?? [];
    if (row[0] !== other[0] || row.length !== other.length) return [Number.POSITIVE_INFINITY];
    const compared = (other[1] ?? 0) > settled ? row : row.slice(0, 2);
    return compared.map((value, column) => Math.abs(value - (other[column] ?? Number.NaN)));
  });
  return apart.some(Number.isNaN) ? Number.POSITIVE_INFINITY : Math.max(...apart);
}

const tolerance = 1e-6;

/** The largest difference of each racer that scripts have, by race and name. Races have 200 steps. */
export async function differences(
  write: Writer,
  races: Readonly<Record<string, Settings>>,
): Promise<Record<string, number>> {
  const found: Record<string, number> = {};
  for (const [race, settings] of Object.entries(races)) {
    const curves = await curvesOf(await scriptOf(write, settings));
    const first = Object.values(curves)[0] ?? [];
    const expected = engineCurves(
      settings,
      first.map(([step = 0]) => step),
    );
    for (const name of racerNames(catalog, racersOf(settings)).values())
      found[`${race}: ${name}`] = difference(curves[name], expected[name]);
  }
  console.table(found);
  return found;
}

/** The races of links. */
export const linked = (links: readonly string[]): Record<string, Settings> =>
  Object.fromEntries(links.map((link) => [link, settingsOf(`steps=200&${link}`)]));

/** Races on a reader's data, with an input that does not vary, and on a real data set of the page. */
export async function ownRaces(): Promise<Record<string, Settings>> {
  ownSamples.set('own', ownData);
  await bringReal('iris', [catalog]);
  const on = (id: string, link: string): Settings => ({
    ...settingsOf(`steps=200&${link}`),
    dataset: { id, values: {} },
  });
  return { own: on('own', 'run=adam&run=sgd'), iris: on('iris', 'run=nadam&run=lion') };
}

export const tooLarge = (found: Record<string, number>): string[] =>
  Object.entries(found)
    .filter(([, apart]) => !(apart < tolerance))
    .map(([name, apart]) => `${name}: ${apart}`);
