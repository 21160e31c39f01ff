// SPDX-License-Identifier: MIT
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import { shared } from '../web/vite.shared.ts';

const path = (relative: string) => fileURLToPath(new URL(relative, import.meta.url));

export default defineConfig({
  resolve: {
    // Tests use the built engine, as users do.
    alias: [
      { find: 'fall-line/engine', replacement: path('../web/dist/engine.js') },
      ...shared.resolve.alias,
    ],
  },
  plugins: shared.plugins,
  root: path('..'),
  test: {
    // A slow run on a busy machine is not an error.
    testTimeout: 120_000,
    // Of two cores, Vitest would leave one to itself.
    maxWorkers: '100%',
    include: ['tests/{bench,claims,wasm,web}/**/*.test.ts'],
    reporters: ['default', 'json'],
    outputFile: { json: 'build/vitest/reports/vitest.json' },
  },
});
