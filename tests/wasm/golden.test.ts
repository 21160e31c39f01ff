// SPDX-License-Identifier: MIT
import type { Precision } from 'fall-line/engine';
import { describe, expect, test } from 'vitest';
import { hash } from '../../web/src/engine/bits.ts';
import { goldenRuns, goldenSteps } from '../../web/plugins/golden-runs.ts';
import { engines, precisions } from './support.ts';

test('the golden runs can be read', () => expect(goldenRuns.length).toBeGreaterThan(30));

declare module 'vitest' {
  interface TaskMeta {
    /** tests/bench/bits.js reads it for the table of all builds. */
    golden?: { name: string; precision: Precision; hash: string };
  }
}

describe.each(goldenRuns)('$name', ({ name, settings, hashes }) => {
  test.for(precisions)('gives the bits of the native build in %s', (precision, { task }) => {
    const run = engines[precision].createRun(settings);
    run.step(goldenSteps);
    const bits = hash({ ...run.curve(), parameters: run.parameters });
    run.dispose();
    task.meta.golden = { name, precision, hash: bits };
    expect(bits).toBe(hashes[precision]);
  });
});
