// SPDX-License-Identifier: MIT
// The documentation of the engine, which TypeDoc makes from its types. TypeDoc itself fails the build for
// what is undocumented and for links that lead nowhere.
import { readdirSync } from 'node:fs';
import { expect, test } from './support/test.ts';

test('it leads to the types and explains each part of a run', async ({ page }) => {
  await page.goto('/api/index.html');
  await page.locator('.tsd-typography').getByRole('link', { name: 'Run', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Interface Run');
  await expect(
    page.getByText('One training of a network, or one walk on a surface.'),
  ).toBeVisible();
  await expect(page.getByText('Throws SettingsError').first()).toBeVisible();
});

test('it shows every example that the tests run', async ({ page }) => {
  const examples = readdirSync('tests/examples/engine').filter((name) => /^\d/.test(name));
  expect(examples.length).toBeGreaterThanOrEqual(10);
  await page.goto('/api/documents/Examples.html');
  await expect(page.locator('pre')).toHaveCount(examples.length);
  await expect(page.locator('pre').first()).toContainText('await loadEngine()');
});
