// SPDX-License-Identifier: MIT
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

/** Tests of the package as `npm pack` makes it of what is built, in projects that install it. */
export default defineConfig({
  root: fileURLToPath(new URL('../..', import.meta.url)),
  test: {
    // A slow run on a busy machine is not an error.
    testTimeout: 120_000,
    hookTimeout: 120_000,
    include: ['tests/package/**/*.test.ts'],
    reporters: ['default', 'json'],
    outputFile: { json: 'build/package/reports/vitest.json' },
  },
});
