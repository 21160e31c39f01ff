// SPDX-License-Identifier: MIT
// Chromium installs pages as applications. Its headless shell does not.
import { expect, test } from '@playwright/test';
import { chromiumOptions, findChromium } from '../support/browsers.js';

test.use({ launchOptions: { executablePath: findChromium(), args: chromiumOptions } });

test('the page can be installed', async ({ page }) => {
  await page.goto('/');
  const client = await page.context().newCDPSession(page);
  const { errors, data } = await client.send('Page.getAppManifest');
  expect(errors).toEqual([]);
  expect(JSON.parse(data ?? '')).toMatchObject({ name: 'Fall Line', start_url: './' });
  const { installabilityErrors } = await client.send('Page.getInstallabilityErrors');
  // Tests open pages in private windows.
  expect(installabilityErrors.map(({ errorId }) => errorId)).toEqual(['in-incognito']);
});
