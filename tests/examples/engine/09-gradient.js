// SPDX-License-Identifier: MIT
// Compares the gradient with differences of the loss.
import { loadEngine } from 'fall-line/engine';

const engine = await loadEngine({ precision: 'float64' });
const run = engine.createRun({
  problem: { dataset: { id: 'moons', samples: 40 }, network: { hidden: [4] } },
  optimizer: { id: 'sgd' },
});
const start = [...run.parameters];
const gradient = run.gradient();
const lossAt = (i, by) => {
  run.setParameters(start.map((value, j) => (j === i ? value + by : value)));
  return run.evaluate().trainLoss;
};
const h = 1e-5;
const differences = start.map((_, i) => (lossAt(i, h) - lossAt(i, -h)) / (2 * h));
const largest = Math.max(...differences.map((value, i) => Math.abs(value - gradient[i])));
console.log(`${start.length} parameters, largest difference below 1e-8: ${largest < 1e-8}`);
run.dispose();

// It prints:
//   17 parameters, largest difference below 1e-8: true
