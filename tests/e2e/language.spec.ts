// SPDX-License-Identifier: MIT
// The choice of the language, and the layout for words from right to left.
import type { Page } from '@playwright/test';
import { open } from './support/race.ts';
import { expect, test } from './support/test.ts';

const choice = (page: Page) => page.locator('.language').getByRole('combobox');

test('another language keeps the race, and is remembered', async ({ page }) => {
  await open(page, 'dataset=moons&run=sgd');
  await expect(choice(page)).toHaveAccessibleName('Language');
  await expect(choice(page).getByRole('option')).toHaveText(['English', 'Español']);
  await page.getByRole('button', { name: 'Light or dark' }).focus();
  await page.keyboard.press('Tab');
  await expect(choice(page)).toBeFocused();
  await choice(page).selectOption('Español');
  await expect(page.getByRole('button', { name: 'Iniciar', exact: true })).toBeVisible();
  await expect(page.locator('html')).toHaveAttribute('lang', 'es');
  const { search, hash } = new URL(page.url());
  expect(search).toBe('?lang=es');
  expect(hash).toMatch(/dataset=moons&.*run=sgd/);
  await expect(choice(page)).toHaveValue('es');

  await page.goto('/');
  await expect(page.locator('html')).toHaveAttribute('lang', 'es');
  await page.goto('/?lang=en');
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  await expect(page.getByRole('navigation', { name: 'Page', exact: true })).toBeVisible();
});

test('a frame does not take the language that was chosen on the page', async ({ page }) => {
  await page.goto('/');
  await choice(page).selectOption('Español');
  await expect(page.getByRole('region', { name: 'Corredores' })).toBeVisible();
  await page.evaluate(() => {
    document.body.innerHTML = '<iframe src="embed.html#v=3&run=sgd"></iframe>';
  });
  const frame = page.frameLocator('iframe');
  await expect(frame.getByRole('button', { name: 'Play' })).toBeVisible();
});

test.describe('from right to left', () => {
  for (const width of [1280, 900, 375])
    test(`nothing sticks out of the window or covers a neighbour: ${width} pixels`, async ({
      page,
    }) => {
      await page.setViewportSize({ width, height: 900 });
      await page.goto('/?lang=qps-plocm#v=3&speed=max&steps=50&run=sgd&run=adam');
      await expect(page.locator('fall-line-racer')).toHaveCount(2);
      await expect(page.locator('html')).toHaveAttribute('dir', 'rtl');
      const { scrollWidth, clientWidth } = await page.evaluate(() => document.documentElement);
      expect(scrollWidth).toBe(clientWidth);
      const heads = await page
        .locator('header')
        .locator('h1, button, select')
        .filter({ visible: true })
        .evaluateAll((elements) => elements.map((element) => element.getBoundingClientRect()));
      expect(heads.length).toBeGreaterThan(8);
      for (const [at, one] of heads.entries()) {
        expect(one.left).toBeGreaterThanOrEqual(0);
        expect(one.right).toBeLessThanOrEqual(width);
        for (const other of heads.slice(at + 1)) {
          const across = Math.min(one.right, other.right) - Math.max(one.left, other.left);
          const down = Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top);
          expect(Math.min(across, down)).toBeLessThanOrEqual(1);
        }
      }
    });

  test('the chart and the timeline go from left to right', async ({ page }) => {
    await page.goto('/?lang=qps-plocm#v=3&speed=max&steps=50&run=sgd');
    await expect(page.locator('fall-line-loss-chart canvas')).toHaveCSS('direction', 'ltr');
    await page.locator('fall-line-transport .play').click();
    await expect(page.locator('fall-line-timeline input')).toHaveCSS('direction', 'ltr');
    await expect(page.locator('header .travel svg').first()).toHaveCSS(
      'transform',
      'matrix(-1, 0, 0, 1, 0, 0)',
    );
  });
});
