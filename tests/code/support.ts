// SPDX-License-Identifier: MIT
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import texts from 'fall-line/code';
import { gather, type Material } from '../../web/src/sharing/code/material.ts';
import { pytorchScript, type Script } from '../../web/src/sharing/code/pytorch.ts';
import { racerNames } from '../../web/src/model/names.ts';
import { runSettings } from '../../web/src/model/run-settings.ts';
import type { Settings } from '../../web/src/model/settings.ts';
import { enginePool } from '../web/race-support.ts';
import { catalog, decode, engines } from '../web/support.ts';

export { texts };

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

export function materialOf(settings: Settings, epochs = 300): Promise<Material> {
  const [racer] = racersOf(settings);
  if (!racer) throw new Error('The race has no racer.');
  return gather(client, runSettings(settings, racer), () => epochs);
}

export async function scriptOf(settings: Settings): Promise<Script> {
  const material = await materialOf(settings);
  return pytorchScript({ catalog, texts, settings, material, address: '' });
}

/** The curves of all scripts, run by one Python, by the names of the racers. */
export async function run(races: readonly Settings[]): Promise<Record<string, Curve>[]> {
  const paths: string[] = [];
  for (const settings of races) {
    const path = `${folder}/script-${paths.length}.py`;
    writeFileSync(path, (await scriptOf(settings)).text);
    paths.push(path);
  }
  const printed = execFileSync(python, ['tests/code/run.py', ...paths], {
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
    env: { ...process.env, OMP_NUM_THREADS: '1' },
  });
  return printed
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, Curve>);
}

/** The same curves from the engine in 64 bits. */
export function engineCurves(settings: Settings, steps: readonly number[]): Record<string, Curve> {
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
export function difference(a: Curve | undefined, b: Curve | undefined): number {
  if (!a || !b || a.length !== b.length) return Number.POSITIVE_INFINITY;
  const apart = a.flatMap((row, i) => {
    const other = b[i] ?? [];
    if (row[0] !== other[0] || row.length !== other.length) return [Number.POSITIVE_INFINITY];
    const compared = (other[1] ?? 0) > settled ? row : row.slice(0, 2);
    return compared.map((value, column) => Math.abs(value - (other[column] ?? Number.NaN)));
  });
  return apart.some(Number.isNaN) ? Number.POSITIVE_INFINITY : Math.max(...apart);
}
