// SPDX-License-Identifier: MIT
import { defineConfig } from '@playwright/test';
import usual from '../playwright.config.ts';

const reports = '../../../build/playwright-elsewhere';

/** Tests in browsers that Playwright does not control. Only its test runner and server are used. */
export default defineConfig({
  testDir: '.',
  outputDir: `${reports}/results`,
  timeout: usual.timeout,
  // As long as the other timeouts, because everything is slow on a busy machine.
  expect: { timeout: 60_000 },
  workers: 1,
  reporter: [['list'], ['json', { outputFile: `${reports}/reports/playwright.json` }]],
  use: { baseURL: usual.use?.baseURL },
  projects: [{ name: 'Firefox' }, { name: 'WebKit' }],
  webServer: usual.webServer && { ...usual.webServer, cwd: '../../..' },
});
