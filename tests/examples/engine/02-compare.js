// SPDX-License-Identifier: MIT
// Lets three optimizers race: same data, same weights, same mini-batches.
import { loadEngine } from 'fall-line/engine';

const engine = await loadEngine();
for (const id of ['sgd', 'momentum', 'adam']) {
  const run = engine.createRun({
    problem: { dataset: { id: 'spiral' }, network: { hidden: [8, 8] } },
    optimizer: { id },
    seed: 1,
  });
  while (run.report().status === 'running' && run.report().step < 5000) {
    run.step(10);
    if (run.evaluate().testLoss < 0.2) break;
  }
  console.log(`${id} has a test loss of 0.2 after ${run.report().step} steps`);
  run.dispose();
}

// It prints:
//   sgd has a test loss of 0.2 after 970 steps
//   momentum has a test loss of 0.2 after 440 steps
//   adam has a test loss of 0.2 after 570 steps
