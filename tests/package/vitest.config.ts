// SPDX-License-Identifier: MIT
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const path = (relative: string) => fileURLToPath(new URL(relative, import.meta.url));

/** Tests of the package as `npm pack` makes it of what is built, in projects that install it. */
export default defineConfig({
  root: path('../..'),
  resolve: { alias: { 'fall-line/engine': path('../../web/dist/engine.js') } },
  test: {
    // A slow run on a busy machine is not an error.
    testTimeout: 120_000,
    hookTimeout: 120_000,
    include: ['tests/package/**/*.test.ts'],
    reporters: ['default', 'json'],
    outputFile: { json: 'build/package/reports/vitest.json' },
  },
});
