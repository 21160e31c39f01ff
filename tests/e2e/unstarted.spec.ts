// SPDX-License-Identifier: MIT
// A page that can't start shows why and what to do instead of grey boxes.
// Uses Playwright's own test, because the browser itself logs a missing file on the console.
import { readFileSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { expect, type Frame, type Page, test } from '@playwright/test';
import { BuiltSite } from './support/built-site.ts';
import { until } from './support/race.ts';

const dist = fileURLToPath(new URL('../../web/dist', import.meta.url));

/** Serves the built page without CORS headers. */
const site = new BuiltSite();
let address: string;

test.beforeAll(async () => {
  address = await site.open();
});

test.beforeEach(() => {
  site.policy = '';
});

test.afterAll(() => {
  site.close();
});

const alert = (where: Page | Frame) => where.getByRole('alert');
const script = /assets\/page.*\.js$/;
const engine = /engine-float32\.first.*\.wasm$/;

test('a missing script', async ({ page }) => {
  await page.route(script, (route) => route.fulfill({ status: 404 }));
  await page.goto('/');
  await expect(alert(page)).toContainText('Fall Line could not start. One of its files');
  await expect(page.locator('.skeleton')).toHaveCount(0);
});

test('offline', async ({ page, context }) => {
  const html = readFileSync(`${dist}/index.html`, 'utf8');
  await page.route('/', (route) => route.fulfill({ contentType: 'text/html', body: html }));
  await context.setOffline(true);
  await page.goto('/');
  await expect(alert(page)).toContainText('Check your connection and reload the page.');
});

test('a script that this browser cannot parse', async ({ page }) => {
  await page.route(script, (route) =>
    route.fulfill({ contentType: 'text/javascript', body: 'let new syntax' }),
  );
  await page.goto('/');
  await expect(alert(page)).toContainText('It needs Chrome 98');
  await expect(alert(page)).toContainText('SyntaxError');
});

test('a browser without modules', async ({ page }) => {
  await page.route(script, (route) => route.abort());
  await page.addInitScript(() => {
    Reflect.deleteProperty(HTMLScriptElement.prototype, 'noModule');
  });
  await page.goto('/');
  await expect(alert(page)).toContainText('It needs Chrome 98');
});

test('a sandboxed frame, which may not load modules', async ({ page }) => {
  await page.setContent(
    `<iframe title="A race" sandbox="allow-scripts" width="700" height="500"
      src="${address}/index.html"></iframe>`,
  );
  const frame = await (await page.waitForSelector('iframe')).contentFrame();
  if (!frame) throw new Error('The frame has no content.');
  await expect
    .poll(() => frame.url(), 'goes to the page that needs no modules')
    .toBe(`${address}/embed.html`);
});

test('a policy that blocks its script', async ({ page }) => {
  site.policy = "script-src 'unsafe-inline'";
  await page.goto(`${address}/index.html`);
  await expect(alert(page)).toContainText('The Content-Security-Policy of this site blocks');
});

test('a policy that blocks WebAssembly', async ({ page }) => {
  site.policy = "script-src 'self' 'unsafe-inline'; worker-src 'self' blob:";
  await page.goto(`${address}/index.html`);
  await expect(alert(page)).toContainText("allow script-src 'wasm-unsafe-eval'");
});

for (const name of ['index.html', 'embed.html']) {
  test(`${name} under a policy that blocks every script`, async ({ page }) => {
    site.policy = "script-src 'none'";
    await page.goto(`${address}/${name}`);
    const words = page.getByText('Fall Line has not started yet.');
    await expect(words).toBeHidden();
    await expect(words).toBeVisible({ timeout: 20_000 });
  });
}

test('a missing engine', async ({ page }) => {
  await page.route(engine, (route) => route.fulfill({ status: 404 }));
  await page.goto('/');
  await expect(alert(page)).toContainText('One of its files could not be fetched.');
});

test('index.html opened from disk', async ({ page }) => {
  await page.goto(pathToFileURL(`${dist}/index.html`).href);
  await expect(alert(page)).toContainText('Open playground.html instead');
});

test('a page that starts shows none of these texts before', async ({ page }) => {
  await page.addInitScript(() => {
    const seen: string[] = [];
    Object.assign(globalThis, { seen });
    const look = (): void => {
      for (const words of document.querySelectorAll('.failure'))
        if (getComputedStyle(words).visibility !== 'hidden') seen.push(words.textContent ?? '');
      requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  });
  await page.goto('/#v=2&run=sgd');
  await until(page, 'ready');
  expect(await page.evaluate(() => (globalThis as unknown as { seen: string[] }).seen)).toEqual([]);
  await expect(page.getByText('Fall Line has not started yet.')).toHaveCount(0);
});
