// SPDX-License-Identifier: MIT
import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Page } from '@playwright/test';
import { violations } from './support/axe.ts';
import { looks } from './support/looks.ts';
import { measure } from './support/layout.ts';
import { expect, test } from './support/test.ts';

const folder = fileURLToPath(new URL('../../web/dist/guide', import.meta.url));
const names = readdirSync(folder)
  .filter((name) => name.endsWith('.html'))
  .map((name) => name.replace(/\.html$/, ''));

const open = (page: Page, name: string) => page.goto(`./guide/${name}.html`);

for (const { colorScheme, width, tag } of looks) {
  test.describe(`the guide, ${colorScheme}, ${width} pixels`, { tag }, () => {
    test.use({ colorScheme, viewport: { width, height: 800 } });

    test('axe finds nothing, and nothing overflows', async ({ page }) => {
      for (const name of names) {
        await open(page, name);
        expect(await violations(page), name).toEqual([]);
        expect(await measure(page), name).toEqual({ excess: 0, overlaps: [], tiny: [] });
      }
    });
  });
}

test('one figure races in a frame', async ({ page }) => {
  await open(page, 'one-figure');
  const frame = page.frameLocator('iframe[src*="spiral"]');
  await frame.getByRole('button', { name: 'Play' }).click();
  await expect(frame.getByRole('button', { name: 'Pause' })).toBeVisible();
});

test('text drives a figure, and says what happened', async ({ page }) => {
  await open(page, 'text-and-figure');
  const outcome = page.locator('#outcome');
  await expect(outcome).toHaveText('has not run yet');
  const bowl = page.locator('#bowl');
  await bowl.scrollIntoViewIfNeeded();
  const frame = bowl.frameLocator('iframe');
  await expect(page.getByLabel('Learning rate')).toHaveValue('0.1');
  await page.getByRole('button', { name: '2.1' }).click();
  await expect(page.getByLabel('Learning rate')).toHaveValue('2.1');
  await frame.getByRole('button', { name: 'Play' }).click();
  await expect(outcome).toHaveText(/^ended at \d/);
  const high = Number((await outcome.innerText()).replace('ended at ', ''));
  // The bowl starts at 12.5, and each step multiplies the distance by 1 - 2.1.
  expect(high).toBeGreaterThan(12.5);
});

test('a slider of the text shows the moments of a race', async ({ page }) => {
  await open(page, 'text-and-figure');
  await page.locator('#moment').fill('30');
  const frame = page.locator('#scrubbed').frameLocator('iframe');
  await expect(frame.locator('fall-line-transport .clock')).toContainText('step 30');
  await page.locator('#moment').fill('10');
  await expect(frame.locator('fall-line-transport .clock')).toContainText('step 10');
});

test('a prediction is answered by the race', async ({ page }) => {
  await open(page, 'predict');
  await page.getByRole('radio', { name: 'Momentum' }).check();
  await page.getByRole('button', { name: 'Run' }).click();
  await expect(page.locator('#quiz output')).toHaveText(/^Yes: Momentum is lower, at [\d.e-]+\.$/);
});

test('many figures wait for a click, unless they say otherwise', async ({ page }) => {
  await open(page, 'many-figures');
  await expect(page.locator('fall-line').first()).toBeVisible();
  await page.locator('fall-line').last().scrollIntoViewIfNeeded();
  await expect(page.locator('fall-line').last().locator('iframe')).toHaveCount(1);
  await expect(page.locator('fall-line').first().locator('iframe')).toHaveCount(0);
  await page.locator('fall-line').first().getByRole('button', { name: 'Run' }).press('Enter');
  await expect(page.locator('fall-line').first().locator('iframe')).toHaveCount(1);
});

test('own data are trained on the page', async ({ page }) => {
  await open(page, 'own-data');
  await expect(page.locator('#own')).toHaveText(
    /^after 100 steps the training loss is [\d.e-]+, and \d+ % of the test points are right$/,
  );
});

test('two figures show the same moment of one race', async ({ page }) => {
  await open(page, 'one-race-two-figures');
  const leader = page.locator('#leader').frameLocator('iframe');
  const follower = page.locator('[follows]').frameLocator('iframe');
  await leader.getByRole('button', { name: 'Play' }).click();
  await page.locator('[follows]').scrollIntoViewIfNeeded();
  await expect(follower.getByRole('img', { name: /^Contours of Rosenbrock/ })).toBeVisible();
  const end = /at step 300|300/;
  await expect(leader.locator('fall-line-transport .clock')).toContainText(end);
});
