// SPDX-License-Identifier: MIT
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import { shared } from '../../web/vite.shared.ts';

const path = (relative: string) => fileURLToPath(new URL(relative, import.meta.url));

/** Runs the scripts that the page writes, in the Python that has PyTorch. */
export default defineConfig({
  root: path('../..'),
  resolve: {
    alias: [
      { find: 'fall-line/engine', replacement: path('../../web/dist/engine.js') },
      ...shared.resolve.alias,
    ],
  },
  plugins: shared.plugins,
  test: {
    // A slow run on a busy machine is not an error.
    testTimeout: 600_000,
    hookTimeout: 600_000,
    // Of two cores, Vitest would leave one to itself.
    maxWorkers: '100%',
    include: ['tests/code/**/*.test.ts'],
    reporters: ['default', 'json'],
    outputFile: { json: 'build/code/reports/vitest.json' },
  },
});
