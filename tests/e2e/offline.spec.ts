// SPDX-License-Identifier: MIT
// Uses Playwright's own test, because the browser itself logs a missing file on the console.
import { expect, test } from '@playwright/test';
import { untilAt } from './support/race.ts';

declare const copied: string[];

test('a part that fails to load gives a notice, and is loaded later', async ({ page }) => {
  await page.route(/deferred/, (route) => route.abort());
  await page.addInitScript(() => {
    const links: string[] = [];
    const writeText = async (link: string) => void links.push(link);
    Object.assign(globalThis, { copied: links });
    Object.defineProperty(navigator, 'clipboard', { value: { writeText } });
  });
  await page.goto('/');
  await untilAt(page, 50);
  const racers = page.locator('fall-line-racer');
  await page.getByRole('button', { name: 'Add a racer' }).click();
  const alert = page.getByRole('alert').filter({ hasText: 'could not be loaded' });
  await expect(alert).toBeVisible();
  await page.getByRole('button', { name: 'Copy link' }).click();
  await untilAt(page, 100);

  await page.unroute(/deferred/);
  await page.getByRole('button', { name: 'Momentum', exact: false }).first().click();
  await expect(
    racers.nth(1).locator('details.guide').filter({ hasText: 'Cost of a step' }),
  ).toContainText('Cost of a step. 1 gradient');
  await expect(alert).toHaveCount(0);
  await page.getByRole('button', { name: 'Copy link' }).click();
  await expect(page.getByText('Link copied').first()).toBeVisible();
  expect(await page.evaluate(() => copied), 'once, not before it could be written').toHaveLength(1);
});
