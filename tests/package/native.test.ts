// SPDX-License-Identifier: MIT
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadEngine } from 'fall-line/engine';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { goldenRuns, goldenSteps } from '../../web/plugins/golden-runs.ts';
import { expected, hashes } from './golden.ts';

const precisions = ['float32', 'float64'] as const;
const folder = mkdtempSync(join(tmpdir(), 'fall-line-'));
const installed = join(folder, 'installed');
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const run = (command: string, args: string[], input?: string): string =>
  execFileSync(command, args, { encoding: 'utf8', stdio: 'pipe', input, maxBuffer: 2 ** 27 });

beforeAll(() => {
  run('cmake', ['--install', 'build/native', '--prefix', installed]);
});

/** Builds a project against what was installed, and returns its folder of programs. */
function built(source: string, name: string, ...options: string[]): string {
  const programs = join(folder, name);
  const strict = '-DCMAKE_CXX_FLAGS=-Wall -Wextra -Wpedantic -Werror';
  run('cmake', [
    '-S',
    source,
    '-B',
    programs,
    `-DCMAKE_PREFIX_PATH=${installed}`,
    strict,
    ...options,
  ]);
  run('cmake', ['--build', programs]);
  return programs;
}

test('one public header is installed', () => {
  expect(readdirSync(join(installed, 'include'), { recursive: true })).toEqual([
    'fall_line',
    'fall_line/fall_line.hpp',
  ]);
});

test.for(precisions)('the example compares rules as the engine does in %s', async (precision) => {
  const programs = built(
    'tests/examples/native',
    `example-${precision}`,
    `-DFALL_LINE_PRECISION=${precision}`,
  );
  const [, ...rows] = run(join(programs, 'compare'), []).trim().split('\n');
  const found = Object.fromEntries(
    rows.map((row) => {
      const [optimizer = '', ...figures] = row.split(/\s+/);
      return [optimizer, figures];
    }),
  );
  expect(Object.keys(found)).toEqual(['sgd', 'adam', 'sign-descent']);
  const engine = await loadEngine({ precision });
  for (const id of ['sgd', 'adam']) {
    const trained = engine.createRun({
      problem: { dataset: { id: 'spiral' }, network: { hidden: [8, 8] } },
      optimizer: { id, learningRate: 0.01 },
      seed: 1,
    });
    trained.step(2000);
    const { testLoss = 0, testAccuracy = 0 } = trained.evaluate();
    expect(found[id]).toEqual(['2000', testLoss.toFixed(6), testAccuracy.toFixed(3)]);
  }
  // The program's own rule has learned something, too.
  expect(Number(found['sign-descent']?.[2])).toBeGreaterThan(0.9);
});

/** A run's settings as lines of path, kind and value. */
function lines(tree: object, prefix = ''): string[] {
  return Object.entries(tree).flatMap(([key, value]) => {
    if (Array.isArray(value) && value.every((member) => typeof member === 'number'))
      return [`${prefix}${key}\tlist\t${value.join(',')}`];
    if (typeof value === 'object') return lines(value, `${prefix}${key}.`);
    return [`${prefix}${key}\t${typeof value}\t${value}`];
  });
}

test('programs that link the package give the golden bits', () => {
  const programs = built(new URL('projects/native', import.meta.url).pathname, 'golden');
  const runs = goldenRuns.map(({ settings }) => `${lines(settings).join('\n')}\n\n`).join('');
  for (const precision of precisions) {
    const output = run(join(programs, `golden_${precision}`), [String(goldenSteps)], runs);
    expect(hashes(JSON.parse(output))).toEqual(expected(precision));
  }
});

test('a precision that does not exist is not found', () => {
  expect(() => built('tests/examples/native', 'none', '-DFALL_LINE_PRECISION=float16')).toThrow(
    /float16/,
  );
});
