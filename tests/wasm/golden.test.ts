// SPDX-License-Identifier: MIT
import { describe, expect, test } from 'vitest';
import { goldenRuns, goldenSteps, hash } from './golden-runs.ts';
import { engines, precisions } from './support.ts';

test('golden runs are there', () => expect(goldenRuns.length).toBeGreaterThan(30));

describe.each(goldenRuns)('$name', ({ settings, hashes }) => {
  test.each(precisions)('has its native bits in %s', (precision) => {
    const run = engines[precision].createRun(settings);
    run.step(goldenSteps);
    expect(hash({ ...run.curve(), parameters: run.parameters })).toBe(hashes[precision]);
    run.dispose();
  });
});
