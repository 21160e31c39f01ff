// SPDX-License-Identifier: MIT
import { launch } from 'puppeteer-core';
import { findFirefox } from '../../support/browsers.js';
import type { Browser } from './browser.ts';

/** Firefox, controlled by WebDriver BiDi. */
export async function openFirefox(): Promise<Browser> {
  const firefox = await launch({ browser: 'firefox', executablePath: findFirefox() });
  const page = await firefox.newPage();
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warn') complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(String(error)));
  return {
    complaints: async () => complaints,
    open: async (url) => void (await page.goto(url)),
    evaluate: async (work, argument) => (await page.evaluate(work as never, argument)) as never,
    close: () => firefox.close(),
  };
}
