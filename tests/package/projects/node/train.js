// SPDX-License-Identifier: MIT
// Trains the runs that it reads, and prints their bits.
import { readFileSync } from 'node:fs';
import { loadEngine } from 'fall-line/engine';

const wordsOf = (values) => [...new Uint32Array(Float64Array.from(values).buffer)];

const { precision, runs, steps } = JSON.parse(readFileSync(process.argv[2], 'utf8'));
const engine = await loadEngine({ precision });
const trained = runs.map((settings) => {
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
console.log(JSON.stringify(trained));
