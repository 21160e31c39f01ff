// SPDX-License-Identifier: MIT
// Trains a small network on generated data, and says how well it does.
import { loadEngine } from 'fall-line/engine';

const engine = await loadEngine();
const run = engine.createRun({
  problem: { dataset: { id: 'moons', samples: 200 }, network: { hidden: [8] } },
  optimizer: { id: 'adam' },
});
const { step, epoch } = run.step(500);
const { testLoss, testAccuracy } = run.evaluate();
console.log(`${step} steps, ${epoch} epochs`);
console.log(`test loss ${testLoss.toFixed(4)}, accuracy ${testAccuracy}`);
run.dispose();

// It prints:
//   500 steps, 50 epochs
//   test loss 0.0812, accuracy 0.97
