// SPDX-License-Identifier: MIT
import { defineConfig } from '@playwright/test';
import usual from '../playwright.config.ts';

const reports = '../../../build/playwright-elsewhere';

/** The browsers that Playwright does not drive: its runner alone is used, and its server. */
export default defineConfig({
  testDir: '.',
  outputDir: `${reports}/results`,
  timeout: usual.timeout,
  // Like all the rest of it: on a busy machine everything is slow.
  expect: { timeout: 60_000 },
  workers: 1,
  reporter: [['list'], ['json', { outputFile: `${reports}/reports/playwright.json` }]],
  use: { baseURL: usual.use?.baseURL },
  projects: [{ name: 'Firefox' }, { name: 'WebKit' }],
  webServer: usual.webServer && { ...usual.webServer, cwd: '../../..' },
});
