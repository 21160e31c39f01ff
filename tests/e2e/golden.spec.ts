// SPDX-License-Identifier: MIT
import type { Precision } from '../../wasm/types.ts';
import { goldenRuns, goldenSteps, hash, type Outcome } from '../wasm/golden-runs.ts';
import { expect, test } from './support/test.ts';

for (const precision of ['float32', 'float64'] as const) {
  test(`this browser gives the bits of every other build in ${precision}`, async ({ page }) => {
    await page.goto('./reference/index.html');
    const asked = { precision, runs: goldenRuns.map(({ settings }) => settings), goldenSteps };
    const outcomes = await page.evaluate(async ({ precision, runs, goldenSteps }) => {
      const path = new URL('../engine.js', location.href).href;
      const module = (await import(path)) as typeof import('../../wasm/engine.ts');
      const engine = await module.loadEngine({ precision: precision as Precision });
      return runs.map((settings): Outcome => {
        const run = engine.createRun(settings);
        run.step(goldenSteps);
        const { trainLoss, testLoss } = run.curve();
        const parameters = [...run.parameters];
        run.dispose();
        return { trainLoss: [...trainLoss], testLoss: [...testLoss], parameters };
      });
    }, asked);
    expect(outcomes).toHaveLength(goldenRuns.length);
    for (const [i, outcome] of outcomes.entries()) {
      expect(hash(outcome), goldenRuns[i]?.name).toBe(goldenRuns[i]?.hashes[precision]);
    }
  });
}
