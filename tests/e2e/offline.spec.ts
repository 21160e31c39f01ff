// SPDX-License-Identifier: MIT
// Uses Playwright's own test, because the browser itself logs a missing file on the console.
import { expect, test } from '@playwright/test';
import { untilAt } from './support/race.ts';

test('a part that fails to load gives a notice, and is loaded later', async ({ page }) => {
  await page.route(/deferred/, (route) => route.abort());
  await page.goto('/');
  await untilAt(page, 50);
  const racers = page.locator('fall-line-racer');
  await page.getByRole('button', { name: 'Add a racer' }).click();
  const alert = page.getByRole('alert').filter({ hasText: 'could not be loaded' });
  await expect(alert).toBeVisible();
  // A request that begins after the route has gone would succeed, and the dialog would open then.
  const refused = page.waitForEvent('requestfailed', (request) => /deferred/.test(request.url()));
  await page.getByRole('button', { name: 'Share' }).click();
  await refused;
  await untilAt(page, 100);
  const dialog = page.getByRole('dialog', { name: 'Share this race' });
  await expect(dialog, 'its link could not be written').toHaveCount(0);

  await page.unroute(/deferred/);
  await page.getByRole('button', { name: 'Momentum', exact: false }).first().click();
  await expect(
    racers.nth(1).locator('details.guide').filter({ hasText: 'Cost of a step' }),
  ).toContainText('Cost of a step. 1 gradient');
  await expect(alert).toHaveCount(0);
  await page.getByRole('button', { name: 'Share' }).click();
  await expect(dialog).toBeVisible();
});
