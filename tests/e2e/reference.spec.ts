// SPDX-License-Identifier: MIT
import { readdirSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { Page } from '@playwright/test';
import { violations } from './support/axe.ts';
import { measure } from './support/layout.ts';
import { looks } from './support/looks.ts';
import { raceFacts, until } from './support/race.ts';
import { expect, test } from './support/test.ts';

const folder = fileURLToPath(new URL('../../web/dist/reference', import.meta.url));
const pages = readdirSync(folder).filter((name) => name.endsWith('.html'));

/** A page of each kind. */
const looked = ['index', 'adam', 'levenberg-marquardt', 'surfaces', 'datasets', 'schedules'].map(
  (name) => `${name}.html`,
);

/** Opens the notes, so they are checked too. */
const unfold = (page: Page) =>
  page.evaluate(() => {
    for (const details of document.querySelectorAll('details')) details.open = true;
  });

for (const { colorScheme, width, tag } of looks) {
  test.describe(`the reference, ${colorScheme}, ${width} pixels`, { tag }, () => {
    test.use({ colorScheme, viewport: { width, height: 800 } });

    test('axe finds nothing, and nothing overflows', async ({ page }) => {
      for (const name of looked) {
        await page.goto(`./reference/${name}`);
        await unfold(page);
        expect(await violations(page), name).toEqual([]);
        expect(await measure(page), name).toEqual({ excess: 0, overlaps: [], tiny: [] });
      }
    });
  });
}

test.describe('the narrowest screen', () => {
  test.use({ viewport: { width: 320, height: 800 } });

  // All pages, because a single long word or formula can overflow.
  test('nothing overflows or overlaps', async ({ page }) => {
    for (const name of pages) {
      await page.goto(`./reference/${name}`);
      await unfold(page);
      expect(await measure(page), name).toEqual({ excess: 0, overlaps: [], tiny: [] });
    }
  });
});

test.describe('without scripts, from a file', () => {
  test.use({ javaScriptEnabled: false, colorScheme: 'dark' });

  test('the pages are shown in the colours of the system', async ({ page }) => {
    for (const name of ['index.html', 'surfaces.html', 'k-fac.html', 'schedules.html']) {
      await page.goto(`${pathToFileURL(folder)}/${name}`);
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
      await expect(page.locator('body')).toHaveCSS('background-color', 'rgb(18, 20, 23)');
    }
  });

  test('links lead from the index to a rule and back', async ({ page }) => {
    await page.goto(`${pathToFileURL(folder)}/index.html`);
    await page.getByRole('link', { name: 'Adam', exact: true }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Adam');
    await expect(page.locator('math')).toHaveCount(3);
    await page.getByRole('link', { name: 'Reference' }).first().click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Reference');
  });
});

test('notes for implementers can be opened', async ({ page }) => {
  await page.goto('./reference/adam.html');
  const heading = page.getByText('Largest difference').first();
  await expect(heading).toBeHidden();
  await page.getByText('Notes for implementers').click();
  await expect(heading).toBeVisible();
});

test('print is always light', async ({ page }) => {
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
  await page.goto('./reference/adam.html');
  await expect(page.locator('body')).toHaveCSS('color', 'rgb(27, 30, 35)');
  await expect(page.getByRole('link', { name: 'Race it' })).toBeHidden();
});

test('the theme chosen in the playground also applies here', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'light' });
  await page.goto('./#v=1');
  await until(page, 'ready');
  await page.getByRole('button', { name: 'Light or dark' }).click();
  await page.goto('./reference/adam.html');
  await expect(page.locator('body')).toHaveCSS('background-color', 'rgb(18, 20, 23)');
});

test('the link on a page opens a race with its rule', async ({ page }) => {
  await page.goto('./reference/adagrad.html');
  await page.getByRole('link', { name: 'Race it in the playground' }).click();
  await until(page, 'ready');
  const { settings } = await raceFacts(page);
  expect(settings.racers.map(({ optimizer }) => optimizer.id)).toContain('adagrad');
});

test('the playground opens without loading any of the reference', async ({ page }) => {
  const requested: string[] = [];
  page.on('request', (request) => requested.push(new URL(request.url()).pathname));
  await page.goto('./#v=1');
  await until(page, 'ready');
  expect(requested.some((path) => path.endsWith('.wasm'))).toBe(true);
  expect(requested.filter((path) => /reference|formulas|float64/.test(path))).toEqual([]);
});
