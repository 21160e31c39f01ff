// SPDX-License-Identifier: MIT
// Shows what is wrong with settings, all at once and as data.
import { loadEngine, SettingsError } from 'fall-line/engine';

const engine = await loadEngine();
try {
  engine.createRun({
    problem: { dataset: { id: 'spiral', noise: -1 }, network: { activation: 'relux' } },
    optimizer: { id: 'adam', learningRate: 0, beta3: 1 },
  });
} catch (error) {
  if (!(error instanceof SettingsError)) throw error;
  for (const { code, path } of error.problems) console.log(`${path}: ${code}`);
}

// It prints:
//   problem.dataset.noise: out-of-domain
//   problem.network.activation: unknown-id
//   optimizer.learningRate: out-of-domain
//   optimizer.beta3: unknown-setting
