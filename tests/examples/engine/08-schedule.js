// SPDX-License-Identifier: MIT
// Lets the learning rate fall, wraps the rule in Lookahead, and shows the rates in advance.
import { loadEngine } from 'fall-line/engine';

const engine = await loadEngine();
const schedule = { id: 'cosine', totalSteps: 1000 };
const run = engine.createRun({
  problem: { dataset: { id: 'spiral' } },
  optimizer: { id: 'adam', learningRate: 0.03, wrappers: [{ id: 'lookahead', k: 5 }] },
  schedule,
});
const rates = engine.rates(schedule, 0.03, [0, 499, 999]);
for (const [i, steps] of [1, 499, 500].entries()) {
  const { step, learningRate } = run.step(steps);
  console.log(
    `step ${step}: ${learningRate.toFixed(6)}, as foretold: ${learningRate === rates[i]}`,
  );
}
run.dispose();

// It prints:
//   step 1: 0.030000, as foretold: true
//   step 500: 0.015047, as foretold: true
//   step 1000: 0.000000, as foretold: true
