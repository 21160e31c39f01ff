// SPDX-License-Identifier: MIT
// The files that a first visit loads before any input, with their gzipped sizes.
import { execFileSync } from 'node:child_process';
import type { Page, Response } from '@playwright/test';
import { expect, test } from './support/test.ts';
import { untilAt } from './support/race.ts';

/**
 * In bytes. Only slightly more than the current sizes, so they do not grow unnoticed. A first visit may
 * load 170 kB in all.
 */
const budget = { engine: 66_000, page: 103_980 };

/** The size after gzip, which compresses as servers do. Node's zlib makes WebAssembly 3 percent larger. */
const gzipped = (body: Buffer): number =>
  execFileSync('gzip', ['-6', '-n', '-c'], { input: body, maxBuffer: 2 ** 26 }).length;

async function visit(page: Page, address: string) {
  const bodies: Promise<[string, number]>[] = [];
  const note = (response: Response) => {
    if (!response.url().startsWith('http')) return;
    bodies.push(response.body().then((body) => [response.url(), gzipped(body)]));
  };
  page.on('response', note);
  await page.goto(address);
  await untilAt(page, 100);
  page.off('response', note);
  return new Map(await Promise.all(bodies));
}

const bytesOf = (files: Map<string, number>, pattern = /./) =>
  [...files].reduce((sum, [url, bytes]) => sum + (pattern.test(url) ? bytes : 0), 0);

test('a first visit stays within its budget and loads nothing from elsewhere', async ({ page }) => {
  const files = await visit(page, '/');
  const { origin } = new URL(page.url());
  expect([...files.keys()].filter((url) => !url.startsWith(origin))).toEqual([]);
  expect(bytesOf(files, /float64/)).toBe(0);
  const engine = bytesOf(files, /\.wasm$/);
  expect(engine).toBeGreaterThan(0);
  expect(engine).toBeLessThan(budget.engine);
  expect(bytesOf(files) - engine).toBeLessThan(budget.page);
});

test('texts and rarely used parts are loaded only when they are needed', async ({ page }) => {
  const files = await visit(page, '/');
  const early = new Set(files.keys());
  await page.locator('fall-line-racer').first().getByRole('button').first().click();
  await expect(
    page.locator('fall-line-racer-body details.guide').filter({ hasText: 'Cost of a step' }),
  ).toContainText('Cost of a step. 1 gradient');
  expect([...early].filter((url) => /deferred-|surface|optimizer-list|rest/.test(url))).toEqual([]);
});
