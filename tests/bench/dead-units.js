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
/** Steps until Adam's first moments, multiplied by 0.9 every step, are smaller than normal numbers. */
const fading = { float32: 1000, float64: 7500 };

/**
 * The time of a step with dead units and faded moments, relative to one from the same weights with
 * fresh moments. Far too long steps first make nearly all units inactive, so their moments decay
 * towards zero. Processors are slow with denormals, the numbers between the normal ones and zero.
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
  // Many rounds, because a ratio near 1 needs precise times.
  const turns = { rounds: 8 * timing.rounds, seconds: timing.seconds / 8 };
  const best = await bestOf({ faded: steps(faded), clean: steps(clean) }, turns);
  for (const run of [faded, clean]) run.dispose();
  return best.faded / best.clean;
}
