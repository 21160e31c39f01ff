// SPDX-License-Identifier: MIT
// The hosted page starts without a network after a first race. Uses Playwright's own test, because the
// browser logs failed requests on the console.
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, type Frame, type Page, test } from '@playwright/test';
import { play, racers, until } from './support/race.ts';
import { dist, Site } from './support/site.ts';

const race = '#v=3&speed=max&steps=100&run=sgd';

async function finish(where: Page | Frame): Promise<void> {
  await until(where, 'ready');
  await play(where);
  await until(where, 'finished');
}

/** Everything is slow on a busy machine. */
const slow = { timeout: 60_000 };

/** The versions whose files are kept. */
const versions = (page: Page) =>
  page.evaluate(async () => (await caches.keys()).map((name) => name.split(' ').at(-1)));

const registrations = (page: Page) =>
  page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length);

test('a page that was seen once trains without a network', async ({ page, context }) => {
  const site = await Site.below('/some/path/');
  await page.goto(`${site.address}${race}`);
  await until(page, 'ready');
  expect(await registrations(page), 'not before the first race').toBe(0);
  await play(page);
  await until(page, 'finished');
  await page.evaluate(() => navigator.serviceWorker.ready);
  const [online] = await racers(page);

  site.close();
  await context.setOffline(true);
  await page.goto('about:blank');
  await page.goto(`${site.address}?theme=dark${race}`);
  await finish(page);
  const [offline] = await racers(page);
  expect(offline?.curve).toEqual(online?.curve);
  // The engine in 64 bits, its late part, and the texts were never asked for before.
  await page.goto('about:blank');
  await page.goto(`${site.address}#v=3&speed=max&steps=20&surface=rosenbrock&run=newton`);
  await finish(page);
  await page.getByRole('button', { name: 'Add a racer' }).click();
  await expect(page.getByRole('button', { name: 'Momentum' }).first()).toBeVisible();
});

test('a new version is seen at once, and kept beside the old one', async ({ page, context }) => {
  const site = await Site.below();
  await page.goto(`${site.address}${race}`);
  await finish(page);
  await page.evaluate(() => navigator.serviceWorker.ready);
  const [first] = await versions(page);
  expect(first).toMatch(/^[0-9a-f]{12}$/);

  const next = mkdtempSync(join(tmpdir(), 'fall-line-'));
  cpSync(dist, next, { recursive: true });
  rewrite(join(next, 'index.html'), /<title>[^<]*/, '<title>The next version');
  rewrite(join(next, 'service-worker.js'), /version:.[0-9a-f]+/, 'version:`next');
  // Quotes as the minifier chose them.
  rewrite(join(next, 'service-worker.js'), /`next['"`]/, '`next`');
  site.folder = next;
  await page.reload();
  await expect(page).toHaveTitle('The next version');
  await finish(page);
  await expect.poll(() => versions(page), slow).toEqual([first, 'next']);
  const waits = () =>
    page.evaluate(async () => (await navigator.serviceWorker.getRegistration())?.waiting != null);
  await expect.poll(waits, slow).toBe(true);
  // Until the new one takes over, the page starts from the old files. When that is, Chromium decides.
  site.close();
  await context.setOffline(true);
  await page.reload();
  await finish(page);
  rmSync(next, { recursive: true });
});

function rewrite(file: string, from: RegExp, to: string): void {
  const text = readFileSync(file, 'utf8');
  expect(text).toMatch(from);
  writeFileSync(file, text.replace(from, to));
}

test('frames and the single file keep nothing', async ({ page }) => {
  const site = await Site.below();
  for (const name of ['playground.html', 'embed.html']) {
    await page.goto(`${site.address}${name}${race}`);
    await finish(page);
  }
  await page.goto(`${site.address}reference/index.html`);
  await page.evaluate((address) => {
    const frame = document.createElement('iframe');
    Object.assign(frame, { src: address, width: 1000, height: 600 });
    document.body.prepend(frame);
  }, `${site.address}${race}`);
  const frame = await (await page.waitForSelector('iframe')).contentFrame();
  if (!frame) throw new Error('The frame has no content.');
  await finish(frame);
  expect(await registrations(page)).toBe(0);
  expect(await versions(page)).toEqual([]);
  site.close();
});
