// SPDX-License-Identifier: MIT
import { readFileSync } from 'node:fs';
import type { Precision, Run, RunSettings } from 'fall-line/engine';
import { describe, expect, test } from 'vitest';
import { engines } from './support.ts';

/** The same runs and hashes that the native tests hold themselves to. */
const lines = readFileSync(new URL('../core/run/golden_runs.inc', import.meta.url), 'utf8')
  .split('\n')
  .filter((line) => line.includes(' | '))
  .filter((line) => !line.startsWith('#'))
  .map((line) => line.split('|').map((part) => part.trim()));

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
function hash(run: Run): string {
  const { trainLoss, testLoss } = run.curve();
  const values = [...trainLoss].flatMap((train, i) => [train, testLoss[i] ?? Number.NaN]);
  const bytes = new Uint8Array(Float64Array.from([...values, ...run.parameters]).buffer);
  const view = new DataView(bytes.buffer);
  for (let at = 0; at < bytes.length; at += 8)
    if (Number.isNaN(view.getFloat64(at, true))) view.setBigUint64(at, 0x7ff8000000000000n, true);
  let state = 0xcbf29ce484222325n;
  for (const byte of bytes) state = BigInt.asUintN(64, (state ^ BigInt(byte)) * 0x100000001b3n);
  return state.toString(16).padStart(16, '0');
}

describe('golden runs', () => {
  test('are there', () => expect(lines.length).toBeGreaterThan(8));

  describe.each(lines)('%s', (_name, settings = '', float32 = '', float64 = '') => {
    test.each<[Precision, string]>([
      ['float32', float32],
      ['float64', float64],
    ])('has its native bits in %s', (precision, expected) => {
      const run = engines[precision].createRun(tree(settings));
      run.step(500);
      expect(hash(run)).toBe(expected);
      run.dispose();
    });
  });
});
