// SPDX-License-Identifier: MIT
// The single-file page, opened from disk.
import { statSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { test as loud } from '@playwright/test';
import { play, racers, until } from './support/race.ts';
import { expect, test } from './support/test.ts';

const file = fileURLToPath(new URL('../../web/dist/playground.html', import.meta.url));
const address = pathToFileURL(file).href;

test('is small enough for an attachment', () => {
  expect(statSync(file).size).toBeLessThan(1_285_000);
});

test('works in both precisions and requests no other file', async ({ page }) => {
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  // The first rule is in the second part of an engine, and the second rule needs float64.
  await page.goto(`${address}#v=2&speed=max&steps=50&run=lion,learningRate=0.001&run=bfgs`);
  await until(page, 'ready');
  await play(page);
  await until(page, 'finished');
  expect((await racers(page)).map(({ step }) => step)).toEqual([50, 50]);
  expect(asked.filter((url) => !/^(blob|data):/.test(url)).map((url) => url.split('#')[0])).toEqual(
    [address],
  );
});

// The browser reports what it blocks on the console, where other tests allow no errors.
loud('its policy forbids every request', async ({ page }) => {
  await page.goto(`${address}#v=3&run=sgd`);
  await until(page, 'ready');
  const outcomes = await page.evaluate(async () => {
    const blocked: string[] = [];
    document.addEventListener('securitypolicyviolation', ({ effectiveDirective }) =>
      blocked.push(effectiveDirective),
    );
    const refused = await fetch('https://example.org/').then(
      () => false,
      () => true,
    );
    const image = new Image();
    const failed = new Promise((resolve) => (image.onerror = resolve));
    image.src = 'https://example.org/a.png';
    await failed;
    return { refused, blocked };
  });
  expect(outcomes).toEqual({ refused: true, blocked: ['connect-src', 'img-src'] });
});

test('it knows no host, so it has no links to the reference and asks for the address', async ({
  page,
}) => {
  await page.goto(`${address}#v=3&steps=20&run=sgd`);
  await until(page, 'ready');
  await page.locator('fall-line-racer').first().getByRole('button').first().click();
  await expect(page.locator('fall-line-racer-body')).toContainText('Cost of a step');
  await expect(page.getByRole('link', { name: 'Reference' })).toHaveCount(0);

  await page.getByRole('button', { name: 'Share' }).click();
  const dialog = page.getByRole('dialog', { name: 'Share this race' });
  const text = dialog.getByRole('textbox', { name: 'to copy' });
  await expect(text).toHaveValue('#v=3&steps=20&run=sgd');
  await expect(dialog).toContainText('it does not know where others find it');
  await dialog.getByLabel('Address of the hosted playground').fill('https://example.org/fall-line');
  await expect(text).toHaveValue('https://example.org/fall-line/#v=3&steps=20&run=sgd');
});
