// SPDX-License-Identifier: MIT
import { readFileSync } from 'node:fs';
import type { Precision, RunSettings } from 'fall-line/engine';

interface GoldenRun {
  name: string;
  settings: RunSettings;
  hashes: Record<Precision, string>;
}

/** Steps that a golden run makes. */
export const goldenSteps = 500;

/** The same runs and hashes that the native tests hold themselves to. */
export const goldenRuns: GoldenRun[] = readFileSync(
  new URL('../core/run/golden_runs.inc', import.meta.url),
  'utf8',
)
  .split('\n')
  .filter((line) => line.includes(' | '))
  .filter((line) => !line.startsWith('#'))
  .map((line) => {
    const [name = '', settings = '', float32 = '', float64 = ''] = line.split(' | ');
    return { name, settings: tree(settings), hashes: { float32, float64 } };
  });

/** `a.b=1; a.c="x"` as the tree { a: { b: 1, c: 'x' } }. */
function tree(text: string): RunSettings {
  const root: Record<string, unknown> = {};
  for (const setting of text.split('; ')) {
    const [path = '', value = ''] = setting.split(/=(.*)/s);
    const keys = path.split('.');
    const last = keys.pop() ?? '';
    let node = root;
    for (const key of keys) node = (node[key] ??= {}) as Record<string, unknown>;
    node[last] = JSON.parse(value);
  }
  root.problem ??= {};
  return root as unknown as RunSettings;
}

/** 64-bit FNV-1a over doubles, low byte first, every NaN as 7ff8000000000000. */
function hashOf(values: number[]): string {
  const bytes = new Uint8Array(Float64Array.from(values).buffer);
  const view = new DataView(bytes.buffer);
  for (let at = 0; at < bytes.length; at += 8)
    if (Number.isNaN(view.getFloat64(at, true))) view.setBigUint64(at, 0x7ff8000000000000n, true);
  let state = 0xcbf29ce484222325n;
  for (const byte of bytes) state = BigInt.asUintN(64, (state ^ BigInt(byte)) * 0x100000001b3n);
  return state.toString(16).padStart(16, '0');
}

/** What a run has left: its curve, in two columns, and its parameters. */
export interface Outcome {
  trainLoss: ArrayLike<number>;
  testLoss: ArrayLike<number>;
  parameters: ArrayLike<number>;
}

export function hash({ trainLoss, testLoss, parameters }: Outcome): string {
  const losses = Array.from(trainLoss, (train, i) => [train, testLoss[i] ?? Number.NaN]);
  return hashOf([...losses.flat(), ...Array.from(parameters)]);
}
