// SPDX-License-Identifier: MIT
// Trains on samples of one's own, and predicts others.
import { loadEngine } from 'fall-line/engine';

const inputs = Array.from({ length: 60 }, (_, i) => [i / 10]);
const targets = inputs.map(([x]) => Math.sin(x));

const engine = await loadEngine();
const run = engine.createRun({
  problem: {
    dataset: { inputs, targets, task: 'regression' },
    network: { hidden: [12], activation: 'tanh' },
    testFraction: 0.2,
  },
  optimizer: { id: 'adam', learningRate: 0.01 },
});
run.step(5000);
const [guess] = run.predict([[Math.PI / 2]]);
console.log(`sin(π/2) is about ${guess.toFixed(1)}`);
run.dispose();

// It prints:
//   sin(π/2) is about 1.0
