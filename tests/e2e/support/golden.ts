// SPDX-License-Identifier: MIT
import type { TestInfo } from '@playwright/test';
import type { Precision, RunSettings } from '../../../wasm/types.ts';
import { hash } from '../../../web/src/engine/bits.ts';
import { goldenRuns, goldenSteps } from '../../../web/plugins/golden-runs.ts';

/** Doubles as 32-bit words, because JSON has neither NaN nor -0. */
type Words = number[];

interface Asked {
  precision: Precision;
  runs: RunSettings[];
  steps: number;
}

type Trained = Record<'trainLoss' | 'testLoss' | 'parameters', Words>;

type Evaluate = (work: (asked: Asked) => Promise<Trained[]>, asked: Asked) => Promise<Trained[]>;

/** The hashes of all golden runs, computed in a worker of a page beside the engine. */
export async function goldenHashes(evaluate: Evaluate, precision: Precision): Promise<string[]> {
  const runs = goldenRuns.map(({ settings }) => settings);
  const trained = await evaluate(trainInWorker, { precision, runs, steps: goldenSteps });
  return trained.map(({ trainLoss, testLoss, parameters }) =>
    hash({
      trainLoss: doubles(trainLoss),
      testLoss: doubles(testLoss),
      parameters: doubles(parameters),
    }),
  );
}

/** Adds the hashes to the report, for the table of tests/bench/bits.js. */
export function noteHashes(info: TestInfo, precision: Precision, hashes: string[]): void {
  for (const [i, hash] of hashes.entries())
    info.annotations.push({ type: `${precision} ${goldenRuns[i]?.name}`, description: hash });
}

const doubles = (words: Words) => new Float64Array(Uint32Array.from(words).buffer);

/** Runs in the page, so it can use nothing from this file. */
function trainInWorker(asked: Asked): Promise<Trained[]> {
  const engine = new URL('../engine.js', location.href).href;
  const script = `import { loadEngine } from '${engine}';
    const wordsOf = (values) => [...new Uint32Array(Float64Array.from(values).buffer)];
    onmessage = async ({ data: { precision, runs, steps } }) => {
      const engine = await loadEngine({ precision });
      postMessage(runs.map((settings) => {
        const run = engine.createRun(settings);
        run.step(steps);
        const { trainLoss, testLoss } = run.curve();
        const trained = { trainLoss, testLoss, parameters: run.parameters };
        run.dispose();
        return Object.fromEntries(
          Object.entries(trained).map(([name, values]) => [name, wordsOf(values)]));
      }));
    };`;
  const url = URL.createObjectURL(new Blob([script], { type: 'text/javascript' }));
  const worker = new Worker(url, { type: 'module' });
  return new Promise((resolve, reject) => {
    worker.onmessage = ({ data }) => resolve(data);
    worker.onerror = ({ message }) => reject(new Error(`The worker failed: ${message}`));
    worker.postMessage(asked);
  });
}
