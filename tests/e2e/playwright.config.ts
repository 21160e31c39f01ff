// SPDX-License-Identifier: MIT
import { defineConfig } from '@playwright/test';
import { chromiumOptions, findTestChromium } from '../support/browsers.js';

const port = Number(process.env.PORT ?? 4180);
const executablePath = findTestChromium();

export default defineConfig({
  testDir: '.',
  // That of the tests gives the types of the engine by its sources, which can't run without a bundler.
  tsconfig: '../../web/tsconfig.json',
  testMatch: '**/*.spec.ts',
  testIgnore: 'elsewhere/**',
  grepInvert: /@between/,
  outputDir: '../../build/playwright/results',
  // Everything is slow on a busy machine, and that is not an error of the page.
  timeout: 120_000,
  fullyParallel: true,
  workers: 2,
  reporter: [['list'], ['json', { outputFile: '../../build/playwright/reports/playwright.json' }]],
  use: {
    baseURL: `http://localhost:${port}/`,
    browserName: 'chromium',
    launchOptions: {
      ...(executablePath && { executablePath }),
      args: chromiumOptions,
    },
  },
  webServer: {
    command: `node_modules/.bin/vite preview --config web/vite.config.ts --port ${port} --strictPort`,
    cwd: '../..',
    url: `http://localhost:${port}/`,
  },
});
