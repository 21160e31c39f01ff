// SPDX-License-Identifier: MIT
// Races on data of one's own in frames, and in files of races.
import type { Page } from '@playwright/test';
import { curves, finish, open, raceFacts, racers, until } from './support/race.ts';
import { expect, test } from './support/test.ts';

const line = (i: number) =>
  `${Math.sin(i).toFixed(3)},${Math.cos(3 * i).toFixed(3)},${i % 2 ? 'odd' : 'even'}`;
const tableOf = (rows: number) =>
  ['a,b,kind', ...Array.from({ length: rows }, (_, i) => line(i))].join('\n');
const [small, large] = [tableOf(60), tableOf(4000)];

const fileOf = (text: string) => ({
  name: 'waves.csv',
  mimeType: 'text/csv',
  buffer: Buffer.from(text),
});

/** Races on a table. Returns the link of the race. */
async function raceOn(page: Page, text: string): Promise<string> {
  await open(page, 'steps=60&speed=max&run=adam&run=sgd');
  await page.getByRole('button', { name: 'Your own data…' }).click();
  await page.getByLabel('Choose a file').setInputFiles(fileOf(text));
  await page.getByRole('button', { name: 'Race on this data' }).click();
  await until(page, 'finished');
  return (await raceFacts(page)).link;
}

/** A sandboxed frame with a race, in a page of another origin. */
async function frameWith(page: Page, link: string) {
  const { origin } = new URL(page.url());
  const host = await page.context().newPage();
  await host.setContent(`<iframe title="A race" sandbox="allow-scripts allow-popups" width="640"
    height="480" src="${origin}/embed.html#${link}"></iframe>`);
  const frame = await (await host.waitForSelector('iframe')).contentFrame();
  if (!frame) throw new Error('The frame has no content.');
  return frame;
}

test('a small table races in a frame, with the same bits', async ({ page }) => {
  const link = await raceOn(page, small);
  const reached = await curves(page);
  await page.getByRole('button', { name: 'Share', exact: true }).click();
  const share = page.getByRole('dialog', { name: 'Share this race' });
  await expect(share.getByLabel('to copy')).toHaveValue(/table=d/);
  await expect(share).not.toContainText('does not hold your data');
  const frame = await frameWith(page, link);
  await until(frame, 'ready');
  await finish(frame);
  expect(await curves(frame)).toEqual(reached);
  await expect(frame.locator('fall-line-notices')).toHaveCount(0);
});

test('a frame that wants a table leads to the page where it can be brought', async ({ page }) => {
  const link = await raceOn(page, large);
  expect(link).toContain('&table=f');
  await page.getByRole('button', { name: 'Share', exact: true }).click();
  const share = page.getByRole('dialog', { name: 'Share this race' });
  await expect(share).toContainText('It does not hold your data');
  const frame = await frameWith(page, link);
  await frame.getByRole('button', { name: 'Play' }).first().waitFor();
  const notice = frame.getByRole('region', { name: 'About this link' });
  await expect(notice.locator('b')).toHaveText('About this link');
  await expect(notice).toContainText('“waves.csv” with 4,000 rows and 3 columns');
  await expect(notice.getByRole('button', { name: 'Bring the table…' })).toHaveCount(0);
  const way = notice.getByRole('link', { name: 'Bring the table in the playground' });
  await expect(way).toHaveAttribute('href', `embed.html?ui=full#${link}`);
});

/** The file of the race in the page. */
async function raceFile(page: Page) {
  await page
    .locator('fall-line-chart-card')
    .getByRole('button', { name: 'Download', exact: true })
    .click();
  const dialog = page.getByRole('dialog');
  const download = page.waitForEvent('download');
  await dialog.getByRole('button', { name: 'The whole race as JSON' }).click();
  const path = await (await download).path();
  await dialog.getByRole('button', { name: 'Close' }).click();
  return path;
}

async function openFile(page: Page, path: string) {
  await open(page, 'steps=10&speed=max');
  await page
    .locator('fall-line-chart-card')
    .getByRole('button', { name: 'Download', exact: true })
    .click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Choose a race').setInputFiles(path);
  await expect(dialog).toHaveCount(0);
}

test('the file of a race has a small table in it', async ({ page }) => {
  await raceOn(page, small);
  const reached = await curves(page);
  await openFile(page, await raceFile(page));
  await finish(page);
  expect(await curves(page)).toEqual(reached);
  expect((await raceFacts(page)).settings.dataset.id).toMatch(/^own-/);
});

test('the file of a race on a large table asks for the table', async ({ page }) => {
  await raceOn(page, large);
  const reached = await curves(page);
  const path = await raceFile(page);
  await page.reload();
  await openFile(page, path);
  const notice = page.getByRole('region', { name: 'About this link' });
  await notice.getByRole('button', { name: 'Bring the table…' }).click();
  await page.getByLabel('Choose a file').setInputFiles(fileOf(large));
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await until(page, 'ready');
  await finish(page);
  expect(await curves(page)).toEqual(reached);
  expect((await racers(page)).map(({ step }) => step)).toEqual([60, 60]);
});
