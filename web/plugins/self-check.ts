// SPDX-License-Identifier: MIT
import type { Plugin } from 'vite';
import { goldenFile, goldenRuns, goldenSteps } from '../../tests/wasm/golden-runs.ts';

const id = 'virtual:self-check';
const resolvedId = `\0${id}`;

/** A network and a surface, which take a few milliseconds together. */
const chosen = ['softmax of few samples', 'down a bent valley'];

/** Gives the page some of the golden runs, with the hashes that lie with the tests of every build. */
export function selfCheck(): Plugin {
  return {
    name: 'fall-line:self-check',
    resolveId: (source) => (source === id ? resolvedId : undefined),
    load(module) {
      if (module !== resolvedId) return undefined;
      this.addWatchFile(goldenFile);
      const runs = chosen.map((name) => {
        const run = goldenRuns.find((golden) => golden.name === name);
        if (!run) throw new Error(`There is no golden run "${name}".`);
        return { settings: run.settings, hashes: run.hashes };
      });
      return `export const steps = ${goldenSteps};
export const runs = ${JSON.stringify(runs)};`;
    },
  };
}
