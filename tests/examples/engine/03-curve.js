// SPDX-License-Identifier: MIT
// Reads the recorded curve, reduced to a few rows that keep its extremes.
import { loadEngine } from 'fall-line/engine';

const engine = await loadEngine();
const run = engine.createRun({ problem: { dataset: { id: 'circles' } }, optimizer: { id: 'sgd' } });
run.step(1000);
const { step, trainLoss, testLoss } = run.curve({ maxPoints: 8 });
for (const [row, at] of step.entries())
  console.log(at, trainLoss[row].toFixed(4), testLoss[row].toFixed(4));
run.dispose();

// It prints:
//   0 0.7678 0.7516
//   1 0.7994 0.7894
//   168 0.2112 0.2474
//   580 0.0411 0.1057
//   720 0.0455 0.0812
//   780 0.0339 0.0834
//   1000 0.0370 0.1197
