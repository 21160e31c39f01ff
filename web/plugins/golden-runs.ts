// SPDX-License-Identifier: MIT
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Precision, RunSettings } from '../../wasm/types.ts';

interface GoldenRun {
  name: string;
  settings: RunSettings;
  hashes: Record<Precision, string>;
}

/** The number of steps of a golden run. */
export const goldenSteps = 500;

export const goldenFile = fileURLToPath(
  new URL('../../tests/core/run/golden_runs.inc', import.meta.url),
);

/** The runs and hashes that the native tests use too. */
export const goldenRuns: GoldenRun[] = readFileSync(goldenFile, 'utf8')
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
