// SPDX-License-Identifier: MIT
import { defineConfig } from '@playwright/test';
import usual from './playwright.config.ts';

const reports = '../../build/playwright-between';

/** The tests that the usual ones leave to `npm run test:slow`: widths between. */
export default defineConfig(usual, {
  grepInvert: [],
  grep: /@between/,
  outputDir: `${reports}/results`,
  reporter: [['list'], ['json', { outputFile: `${reports}/reports/playwright.json` }]],
});
