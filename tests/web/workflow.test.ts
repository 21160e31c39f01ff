// SPDX-License-Identifier: MIT
// The workflow on GitHub runs all tests, each part on a machine of its own.
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { scripts } from '../../package.json' with { type: 'json' };

test('each part of the slow tests is a part of a job', () => {
  const parts = [...scripts['test:slow'].matchAll(/npm run -s (test:[\w-]+)/g)].map(([, it]) => it);
  expect(parts.length).toBeGreaterThan(8);
  const workflow = readFileSync('.github/workflows/ci.yml', 'utf8');
  expect(parts.filter((part) => !workflow.includes(`npm run ${part}`))).toEqual([]);
});
