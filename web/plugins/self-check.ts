// SPDX-License-Identifier: MIT
import { goldenFile, goldenRuns, goldenSteps } from './golden-runs.ts';
import { virtual } from './virtual.ts';

/** Runs that take a few milliseconds together, and use only code that a first visit loads anyway. */
const chosen = ['default', 'softmax of few samples'];

/** Gives the page some of the golden runs, with the hashes that all builds are tested against. */
export const selfCheck = () =>
  virtual('self-check', goldenFile, () => {
    const runs = chosen.map((name) => {
      const run = goldenRuns.find((golden) => golden.name === name);
      if (!run) throw new Error(`There is no golden run "${name}".`);
      return { settings: run.settings, hashes: run.hashes };
    });
    return `export const steps = ${goldenSteps};
export const runs = ${JSON.stringify(runs)};`;
  });
