// SPDX-License-Identifier: MIT
// What a first visit loads before anybody touches anything, as it travels: gzipped.
import { gzipSync } from 'node:zlib';
import type { Page, Response } from '@playwright/test';
import { expect, test } from './support/test.ts';
import { untilAt } from './support/race.ts';

/** In bytes: what has been reached, with little to spare, so that it does not grow unseen. */
const budget = { engine: 63_000, page: 96_000 };

async function visit(page: Page, address: string) {
  const bodies: Promise<[string, number]>[] = [];
  const note = (response: Response) => {
    if (!response.url().startsWith('http')) return;
    bodies.push(
      response.body().then((body) => [response.url(), gzipSync(body, { level: 9 }).length]),
    );
  };
  page.on('response', note);
  await page.goto(address);
  await untilAt(page, 100);
  page.off('response', note);
  return new Map(await Promise.all(bodies));
}

const bytesOf = (files: Map<string, number>, pattern = /./) =>
  [...files].reduce((sum, [url, bytes]) => sum + (pattern.test(url) ? bytes : 0), 0);

test('a first visit loads no more than its budget, all of it from here', async ({ page }) => {
  const files = await visit(page, '/');
  const { origin } = new URL(page.url());
  expect([...files.keys()].filter((url) => !url.startsWith(origin))).toEqual([]);
  expect(bytesOf(files, /float64/)).toBe(0);
  const engine = bytesOf(files, /\.wasm$/);
  expect(engine).toBeGreaterThan(0);
  expect(engine).toBeLessThan(budget.engine);
  expect(bytesOf(files) - engine).toBeLessThan(budget.page);
});

test('what is only read, and what few open, comes when it is asked for', async ({ page }) => {
  const files = await visit(page, '/');
  const early = new Set(files.keys());
  await page.locator('fall-line-racer').first().getByRole('button').first().click();
  await expect(
    page.locator('fall-line-racer-body details.guide').filter({ hasText: 'Cost of a step' }),
  ).toContainText('Cost of a step. 1 gradient');
  expect([...early].filter((url) => /knowledge-|surface|optimizer-list|rest/.test(url))).toEqual(
    [],
  );
});
