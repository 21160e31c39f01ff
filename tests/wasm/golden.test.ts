// SPDX-License-Identifier: MIT
import type { Precision } from 'fall-line/engine';
import { describe, expect, test } from 'vitest';
import { hash } from '../../web/src/engine/bits.ts';
import { goldenRuns, goldenSteps } from './golden-runs.ts';
import { engines, precisions } from './support.ts';

test('golden runs are there', () => expect(goldenRuns.length).toBeGreaterThan(30));

declare module 'vitest' {
  interface TaskMeta {
    /** For the table of all builds, .ci/bits.js. */
    golden?: { name: string; precision: Precision; hash: string };
  }
}

describe.each(goldenRuns)('$name', ({ name, settings, hashes }) => {
  test.for(precisions)('has its native bits in %s', (precision, { task }) => {
    const run = engines[precision].createRun(settings);
    run.step(goldenSteps);
    const bits = hash({ ...run.curve(), parameters: run.parameters });
    run.dispose();
    task.meta.golden = { name, precision, hash: bits };
    expect(bits).toBe(hashes[precision]);
  });
});
