// SPDX-License-Identifier: MIT
// Trains runs with the installed engine, and gives their bits.
import { loadEngine } from 'fall-line/engine';

const wordsOf = (values) => [...new Uint32Array(Float64Array.from(values).buffer)];

export async function train({ precision, runs, steps }) {
  const engine = await loadEngine({ precision });
  return runs.map((settings) => {
    const run = engine.createRun(settings);
    run.step(steps);
    const { trainLoss, testLoss } = run.curve();
    const { parameters } = run;
    run.dispose();
    return {
      trainLoss: wordsOf(trainLoss),
      testLoss: wordsOf(testLoss),
      parameters: wordsOf(parameters),
    };
  });
}
