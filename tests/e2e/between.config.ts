// SPDX-License-Identifier: MIT
import { defineConfig } from '@playwright/test';
import usual from './playwright.config.ts';

const reports = '../../build/playwright-between';

/** The tests of intermediate widths, which the usual configuration leaves to `npm run test:slow`. */
export default defineConfig(usual, {
  grepInvert: [],
  grep: /@between/,
  outputDir: `${reports}/results`,
  reporter: [['list'], ['json', { outputFile: `${reports}/reports/playwright.json` }]],
});
