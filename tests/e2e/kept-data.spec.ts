// SPDX-License-Identifier: MIT
import type { Locator, Page } from '@playwright/test';
import { expect, test } from './support/test.ts';
import { curves, finish, open, raceFacts, until } from './support/race.ts';

const line = (i: number) =>
  `${Math.sin(i).toFixed(9)},${Math.cos(3 * i).toFixed(9)},${i % 2 ? 'odd' : 'even'}`;
const text = ['a,b,kind', ...Array.from({ length: 3000 }, (_, i) => line(i))].join('\n');
const large = { name: 'large one.csv', mimeType: 'text/csv', buffer: Buffer.from(text) };

/** Opens the dialog, in which the large table is read. */
async function bring(page: Page): Promise<Locator> {
  await open(page, 'steps=60&speed=max');
  await page.getByRole('button', { name: 'Your own data…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Your own data' });
  await dialog.getByLabel('Choose a file').setInputFiles(large);
  await expect(dialog).toContainText('3,000 rows, 3 columns');
  return dialog;
}

async function race(page: Page, dialog: Locator): Promise<void> {
  await dialog.getByRole('button', { name: 'Race on this data' }).click();
  await expect(dialog).toHaveCount(0);
  await until(page, 'finished');
  // The address is written when the code that writes links has come, which a short race does not wait for.
  await expect.poll(() => new URL(page.url()).hash).toContain('&table=');
}

const keepBox = (where: Page | Locator) => where.getByLabel('Keep on this device');

test('kept data are there after a reload, until they are removed', async ({ page, context }) => {
  const dialog = await bring(page);
  await keepBox(dialog).check();
  await race(page, dialog);
  await expect(keepBox(page)).toBeChecked();
  const { link } = await raceFacts(page);
  expect(link).toContain('&table=f');
  const reached = await curves(page);
  await expect.poll(() => new URL(page.url()).hash).toBe(`#${link}`);

  await page.reload();
  await until(page, 'ready');
  await expect(page.getByRole('region', { name: 'About this link' })).toHaveCount(0);
  await finish(page);
  expect(await curves(page)).toEqual(reached);
  await expect(keepBox(page)).toBeChecked();

  const other = await context.newPage();
  await open(other, 'steps=60&speed=max');
  await other.getByRole('button', { name: 'Your own data…' }).click();
  const list = other.getByRole('list', { name: 'Kept on this device' });
  await expect(list).toContainText('large one.csv');
  await expect(list).toContainText('3,000 rows, 72 kB');
  await list.getByRole('button', { name: 'Open large one.csv' }).click();
  await until(other, 'finished');
  expect((await raceFacts(other)).settings.dataset.id).toMatch(/^own-/);

  await other.getByRole('button', { name: 'Your own data…' }).click();
  await list.getByRole('button', { name: 'Remove large one.csv' }).click();
  await expect(list).toHaveCount(0);
  await expect(keepBox(other)).not.toBeChecked();
  await page.reload();
  const notice = page.getByRole('region', { name: 'About this link' });
  await expect(notice).toContainText('“large one.csv” with 3,000 rows and 3 columns');
});

test('data in use are kept and removed by one box', async ({ page }) => {
  await race(page, await bring(page));
  await keepBox(page).check();
  const wants = page.getByRole('region', { name: 'About this link' });
  await page.reload();
  await until(page, 'ready');
  await expect(keepBox(page)).toBeChecked();
  await expect(wants).toHaveCount(0);
  await keepBox(page).uncheck();
  await page.reload();
  await expect(wants).toContainText('large one.csv');
});

test('a browser without storage says so, and races all the same', async ({ page }) => {
  await page.addInitScript(() => {
    IDBFactory.prototype.open = () => {
      throw new DOMException('The operation is insecure.', 'SecurityError');
    };
  });
  const dialog = await bring(page);
  await keepBox(dialog).check();
  await dialog.getByRole('button', { name: 'Race on this data' }).click();
  await expect(dialog.getByRole('alert')).toHaveText(
    '“large one.csv” can’t be kept: this browser gives the page no storage here, as in some private windows and frames. You can go on using the data until you close the page.',
  );
  await expect(keepBox(dialog)).not.toBeChecked();
  await race(page, dialog);
  await keepBox(page).click();
  await expect(page.locator('fall-line-keep-data')).toContainText('“large one.csv” can’t be kept');
  await expect(keepBox(page)).not.toBeChecked();
});

test('a full storage keeps what it has, and says what to do', async ({ page }) => {
  const dialog = await bring(page);
  const devtools = await page.context().newCDPSession(page);
  const { origin } = new URL(page.url());
  await devtools.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: 20_000 });
  await keepBox(dialog).check();
  await dialog.getByRole('button', { name: 'Race on this data' }).click();
  await expect(dialog.getByRole('alert')).toContainText('gives the page no more storage');
  await race(page, dialog);
  await expect(keepBox(page)).not.toBeChecked();
});
