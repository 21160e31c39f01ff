// SPDX-License-Identifier: MIT
import type { Precision, RunSettings } from '../../wasm/types.ts';
import { goldenRuns, goldenSteps, hash, type Outcome } from '../wasm/golden-runs.ts';
import { expect, test } from './support/test.ts';

/** What crosses the border to the page is JSON, which knows no NaN and no infinities. */
type Sent = Record<keyof Outcome, (number | string)[]>;

const received = (values: (number | string)[]): number[] => values.map(Number);

for (const precision of ['float32', 'float64'] as Precision[]) {
  test(`this browser gives the bits of every other build in ${precision}`, async ({ page }) => {
    await page.goto('./reference/index.html');
    const outcomes = await page.evaluate(
      async ({ asked, runs, steps }): Promise<Sent[]> => {
        const path = new URL('../engine.js', location.href).href;
        const module = (await import(path)) as typeof import('../../wasm/engine.ts');
        const engine = await module.loadEngine({ precision: asked as Precision });
        const sent = (values: ArrayLike<number>): (number | string)[] =>
          Array.from(values, (value) => (Number.isFinite(value) ? value : String(value)));
        return runs.map((settings) => {
          const run = engine.createRun(settings as RunSettings);
          run.step(steps);
          const { trainLoss, testLoss } = run.curve();
          const { parameters } = run;
          run.dispose();
          return {
            trainLoss: sent(trainLoss),
            testLoss: sent(testLoss),
            parameters: sent(parameters),
          };
        });
      },
      { asked: precision, runs: goldenRuns.map(({ settings }) => settings), steps: goldenSteps },
    );
    for (const [i, { name, hashes }] of goldenRuns.entries()) {
      const outcome = outcomes[i];
      if (!outcome) throw new Error(`${name} has not run.`);
      const { trainLoss, testLoss, parameters } = outcome;
      const told = {
        trainLoss: received(trainLoss),
        testLoss: received(testLoss),
        parameters: received(parameters),
      };
      expect(hash(told), name).toBe(hashes[precision]);
    }
  });
}
