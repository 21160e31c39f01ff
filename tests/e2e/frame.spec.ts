// SPDX-License-Identifier: MIT
// embed.html and its files: what loads when, and where it runs.
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { Frame, Page } from '@playwright/test';
import { BuiltSite } from './support/built-site.ts';
import { play, raceFacts, racers, until } from './support/race.ts';
import { expect, test } from './support/test.ts';

const dist = fileURLToPath(new URL('../../web/dist', import.meta.url));

/** In bytes after gzip, slightly more than the current sizes. A poster may have 60 kB, an engine 80 kB. */
const budget = { poster: 5_000, engine: 73_500, firstRace: 175_000, link: 260_100 };

let site: BuiltSite;
let address: string;

test.beforeEach(async () => {
  site = new BuiltSite();
  address = `${await site.open()}/embed.html`;
});

test.afterEach(async ({ page }) => {
  // It may still ask for files.
  await page.close();
  site.close();
});

/** A page of another origin with a frame below `above` pixels of text. */
async function frameBelow(
  page: Page,
  above: number,
  looks = '',
  hash = 'speed=max&steps=50&run=sgd',
) {
  await page.setContent(`<!doctype html><title>A text</title>
    <div style="height: ${above}px"></div>
    <iframe title="A race" sandbox="allow-scripts" width="640" height="480"
      src="${address}${looks}${hash && `#v=3&${hash}`}"></iframe>`);
  const frame = await (await page.waitForSelector('iframe')).contentFrame();
  if (!frame) throw new Error('The frame has no content.');
  return frame;
}

const gzipped = (path: string): number =>
  execFileSync('gzip', ['-6', '-n', '-c'], { input: readFileSync(dist + path), maxBuffer: 2 ** 26 })
    .length;
const bytesOf = (paths: string[]) => paths.reduce((sum, path) => sum + gzipped(path), 0);
const isEngine = (path: string) => path.includes('/engine-');

async function finish(frame: Frame | Page): Promise<void> {
  await until(frame, 'ready');
  await play(frame);
  await until(frame, 'finished');
  // Its script is loaded at the end, so that what was asked for does not depend on when it is counted.
  await expect(frame.locator('fall-line-timeline')).toBeAttached();
}

test('a frame out of view loads only its poster, and the rest when it is seen', async ({
  page,
}) => {
  const frame = await frameBelow(page, 5000);
  await expect(frame.getByRole('button', { name: 'Play' })).toBeAttached();
  await expect(frame.getByText('sgd', { exact: true })).toBeAttached();
  // Long enough for the first script to ask for more, if it did so.
  await page.waitForLoadState('networkidle');
  expect(site.asked.filter((path) => !/\/(embed\.html|boot-.*|embed-.*css)$/.test(path))).toEqual(
    [],
  );
  expect(bytesOf(site.asked)).toBeLessThan(budget.poster);
  await page.locator('iframe').scrollIntoViewIfNeeded();
  await finish(frame);
  const engine = site.asked.filter(isEngine);
  expect(engine).toHaveLength(1);
  expect(bytesOf(engine)).toBeLessThan(budget.engine);
  expect(bytesOf(site.asked)).toBeLessThan(budget.link);
});

test('a frame without a link loads no reader of links', async ({ page }) => {
  const frame = await frameBelow(page, 0, '', '');
  await until(frame, 'ready');
  await page.waitForLoadState('networkidle');
  expect(bytesOf(site.asked)).toBeLessThan(budget.firstRace);
});

test('a message of the host loads a frame out of view', async ({ page }) => {
  const frame = await frameBelow(page, 5000);
  await page.evaluate(() => {
    const { contentWindow } = document.querySelector('iframe') as HTMLIFrameElement;
    contentWindow?.postMessage({ ns: 'another', v: 1, type: 'init' }, '*');
  });
  await page.waitForLoadState('networkidle');
  expect(site.asked.filter(isEngine)).toEqual([]);
  await page.evaluate(() => {
    const { contentWindow } = document.querySelector('iframe') as HTMLIFrameElement;
    contentWindow?.postMessage({ ns: 'fall-line', v: 1, type: 'setVisible', visible: true }, '*');
  });
  // A frame out of view is not drawn, so it is not waited for in its own time.
  const isThere = () => document.querySelector('fall-line-figure') !== null;
  await expect.poll(() => frame.evaluate(isThere)).toBe(true);
  await expect.poll(async () => (await raceFacts(frame)).state).toBe('ready');
});

test('a press on the poster plays the race once it is there', async ({ page }) => {
  const held: (() => void)[] = [];
  await page.route(/\/frame\/embed-.*js$/, async (route) => {
    await new Promise<void>((resolve) => held.push(resolve));
    await route.continue();
  });
  const frame = await frameBelow(page, 0);
  await frame.getByRole('button', { name: 'Play' }).click();
  await expect(frame.getByRole('button', { name: 'Loading…' })).toBeVisible();
  for (const release of held) release();
  await until(frame, 'finished');
});

test('a frame loads the rest of its engine when a rule needs it', async ({ page }) => {
  const frame = await frameBelow(page, 0, '', 'speed=max&steps=50&run=lion,learningRate=0.001');
  await finish(frame);
  expect((await racers(frame)).map(({ step }) => step)).toEqual([50]);
  expect(site.asked.filter(isEngine).map((path) => path.replace(/-[\w-]{8}\.js$/, ''))).toEqual([
    '/frame/engine-float32.first',
    '/frame/engine-float32.rest',
  ]);
});

for (const policy of [
  "script-src 'self' 'wasm-unsafe-eval'; worker-src 'self' blob:",
  "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; worker-src blob:; style-src 'self' 'unsafe-inline'; img-src data:",
]) {
  test(`a frame runs under ${policy}`, async ({ page }) => {
    site.policy = policy;
    const frame = await frameBelow(page, 0, '', 'speed=max&steps=50&run=lion&run=bfgs');
    await finish(frame);
    expect((await racers(frame)).map(({ step }) => step)).toEqual([50, 50]);
    await page.goto(`${address}#v=3&surface=narrow-valley&speed=max&steps=50&run=adam`);
    await finish(page);
    await expect(page.locator('fall-line-surface-card')).toBeVisible();
  });
}

test('a frame opened from disk runs', async ({ page }) => {
  await page.goto(`${pathToFileURL(`${dist}/embed.html`).href}#v=3&speed=max&steps=50&run=lion`);
  await finish(page);
  expect((await raceFacts(page)).at).toBe(50);
});

test('a sandboxed frame leads to a playground that works in its sandbox', async ({
  page,
  context,
}) => {
  await page.setContent(`<!doctype html><title>A text</title><iframe title="A race"
    sandbox="allow-scripts allow-popups" width="640" height="480"
    src="${address}#v=3&steps=50&run=sgd,learningRate=0.1"></iframe>`);
  const frame = page.frameLocator('iframe');
  const [opened] = await Promise.all([
    context.waitForEvent('page'),
    frame.getByRole('link', { name: 'Open in the playground' }).click(),
  ]);
  await until(opened, 'ready');
  await expect(opened.locator('fall-line-app')).toBeVisible();
  expect((await raceFacts(opened)).settings.budget.amount).toBe(50);
});

test('a race prints as its last picture, and a frame out of view as its poster', async ({
  page,
}) => {
  const frame = await frameBelow(page, 0);
  await finish(frame);
  const canvas = frame.locator('fall-line-loss-chart canvas');
  const [width, height] = await canvas.evaluate((drawn) => [
    (drawn as HTMLCanvasElement).width,
    (drawn as HTMLCanvasElement).height,
  ]);
  const file = (await page.pdf()).toString('latin1');
  expect(file).toMatch(
    new RegExp(`/Subtype /Image\\s[^>]*/Width ${width}\\s[^>]*/Height ${height}\\s`),
  );
  const below = await frameBelow(page, 5000);
  await page.emulateMedia({ media: 'print' });
  await expect(below.getByText('sgd', { exact: true })).toBeVisible();
});
