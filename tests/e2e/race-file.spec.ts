// SPDX-License-Identifier: MIT
// A race as a file, downloaded from the page, and again from that file.
import { pathToFileURL } from 'node:url';
import type { Page } from '@playwright/test';
import { curves, finish, open, play, raceFacts, until } from './support/race.ts';
import { expect, test } from './support/test.ts';

const link =
  'dataset=moons&steps=60&speed=max&run=sgd,learningRate=0.1&run=lion,learningRate=0.001';

async function downloadFile(page: Page, to: string): Promise<string> {
  await page.getByRole('button', { name: 'Share' }).click();
  const dialog = page.getByRole('dialog', { name: 'Share this race' });
  await dialog.getByRole('radio', { name: 'File' }).check();
  const coming = page.waitForEvent('download');
  await dialog.getByRole('button', { name: 'Download' }).click();
  const download = await coming;
  await expect(dialog.getByRole('status')).toHaveText(
    `Downloaded as ${download.suggestedFilename()}.`,
  );
  await download.saveAs(to);
  return download.suggestedFilename();
}

test('a downloaded race opens by a double-click, asks for nothing, and gives the same bits', async ({
  page,
  context,
}, info) => {
  await open(page, link);
  const wanted = (await raceFacts(page)).link;
  const file = info.outputPath('race.html');
  expect(await downloadFile(page, file)).toBe('fall-line-sgd-lion-moons.html');
  await page.keyboard.press('Escape');
  await finish(page);
  const expected = await curves(page);

  const reader = await context.newPage();
  const asked: string[] = [];
  reader.on('request', (request) => asked.push(request.url()));
  await reader.goto(pathToFileURL(file).href);
  await until(reader, 'ready');
  expect((await raceFacts(reader)).link).toBe(wanted);
  await play(reader);
  await until(reader, 'finished');
  expect(await curves(reader)).toEqual(expected);
  expect(asked.filter((url) => !/^(blob|data|file):/.test(url))).toEqual([]);

  await test.step('it is linked to the reference of the page it came from', async () => {
    const reference = reader.getByRole('link', { name: 'Reference' });
    const [address] = await reference.evaluateAll((all) =>
      all.map((link) => (link as HTMLAnchorElement).href),
    );
    expect(address).toBe(new URL('reference/index.html', page.url()).href);
  });

  await test.step('it knows the address of the hosted page', async () => {
    await reader.getByRole('button', { name: 'Share' }).click();
    const text = reader.getByRole('dialog').getByRole('textbox');
    await expect(text).toHaveValue(new URL(`#${wanted}`, page.url()).href);
    await reader.keyboard.press('Escape');
  });

  await test.step('a file downloaded from it has the race that is set up there', async () => {
    await reader.evaluate(() => {
      location.hash = '#v=3&surface=beale&steps=30&run=adam';
    });
    await expect.poll(async () => (await raceFacts(reader)).settings.surface?.id).toBe('beale');
    const { link: set } = await raceFacts(reader);
    const other = info.outputPath('other.html');
    expect(await downloadFile(reader, other)).toBe('fall-line-adam-beale.html');
    expect(asked.filter((url) => !/^(blob|data|file):/.test(url))).toEqual([]);
    const third = await context.newPage();
    await third.goto(pathToFileURL(other).href);
    await until(third, 'ready');
    expect((await raceFacts(third)).link).toBe(set);
  });
});

test('a link in the address of a file wins over its race', async ({ page }, info) => {
  await open(page, link);
  const file = info.outputPath('race.html');
  await downloadFile(page, file);
  await page.goto(`${pathToFileURL(file).href}#v=3&run=adam`);
  await until(page, 'ready');
  expect((await raceFacts(page)).link).toBe('v=3&run=adam');
});

test('if the file can not be fetched, the page says so', async ({ page }) => {
  await page.route('**/playground.html', (route) =>
    route.fulfill({ status: 200, body: 'Sign in' }),
  );
  await open(page, link);
  await page.getByRole('button', { name: 'Share' }).click();
  const dialog = page.getByRole('dialog', { name: 'Share this race' });
  await dialog.getByRole('radio', { name: 'File' }).check();
  await dialog.getByRole('button', { name: 'Download' }).click();
  await expect(dialog.getByRole('status')).toContainText('The file could not be loaded.');
});
