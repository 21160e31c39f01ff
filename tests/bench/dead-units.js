// SPDX-License-Identifier: MIT
import { bestOf } from './rounds.js';

const settings = {
  problem: {
    dataset: { id: 'spiral' },
    testFraction: 0,
    batchSize: 10,
    network: { hidden: [128, 128], activation: 'relu' },
  },
  optimizer: { id: 'adam', learningRate: 3 },
};
const killing = 20;
/** Until Adam's first moments, shrunk by 0.9 at every step, have left the normal numbers. */
const fading = { float32: 1000, float64: 7500 };

/**
 * How many times longer a step takes once steps far too long have killed nearly all units, and what
 * Adam remembers of them has faded, than from the same weights without a memory. Processors are
 * slow with what lies between the normal numbers and zero.
 */
export async function deadUnits(precision, timing) {
  const { loadEngine } = await import('../../web/dist/engine.js');
  const engine = await loadEngine({ precision });
  const faded = engine.createRun(settings);
  const clean = engine.createRun(settings);
  faded.step(killing);
  clean.setParameters(faded.parameters);
  for (const run of [faded, clean]) {
    run.configure({ optimizer: { learningRate: 1e-6 } });
    run.step(fading[precision]);
  }
  const steps = (run) => (n) => {
    const before = run.milliseconds;
    run.step(n);
    return (run.milliseconds - before) / 1000;
  };
  // A ratio near 1 needs many turns.
  const turns = { rounds: 8 * timing.rounds, seconds: timing.seconds / 8 };
  const best = await bestOf({ faded: steps(faded), clean: steps(clean) }, turns);
  for (const run of [faded, clean]) run.dispose();
  return best.faded / best.clean;
}
