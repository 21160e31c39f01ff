// SPDX-License-Identifier: MIT
// Uses Playwright's own test, because the browser itself logs what a policy blocks on the console.
import { expect, test } from '@playwright/test';
import { play, racers, until } from './support/race.ts';
import { Site } from './support/site.ts';

test('a host that allows no inline script has a page that trains, too', async ({ page }) => {
  const site = await Site.below();
  const policy = "script-src 'self' 'wasm-unsafe-eval'; worker-src 'self' blob:";
  site.headers = { 'content-security-policy': policy };
  const blocked: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') blocked.push(message.text());
  });
  await page.emulateMedia({ colorScheme: 'dark' });
  await page.goto(`${site.address}#v=3&speed=max&steps=200&run=sgd`);
  await until(page, 'ready');
  await play(page);
  await until(page, 'finished');
  expect((await racers(page)).map(({ step }) => step)).toEqual([200]);
  expect(await page.evaluate(() => document.documentElement.dataset.theme)).toBe('dark');
  expect(blocked.filter((text) => !/inline script/i.test(text))).toEqual([]);
  site.close();
});
