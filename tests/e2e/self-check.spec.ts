// SPDX-License-Identifier: MIT
import type { Page } from '@playwright/test';
import { goldenRuns } from '../../web/plugins/golden-runs.ts';
import { open } from './support/race.ts';
import { expect, test } from './support/test.ts';

const badge = (page: Page) => page.getByText('Results may differ slightly in this browser.');

/** Resolves when the self-check is done. */
const checked = (page: Page) =>
  page.evaluate(() => document.querySelector('fall-line-app')?.playground.selfCheck.agrees());

for (const [precision, link] of [
  ['float32', 'run=sgd'],
  ['float64', 'surface=rosenbrock&run=sgd'],
] as const) {
  const hash =
    goldenRuns.find(({ name }) => name === 'softmax of few samples')?.hashes[precision] ?? '';

  test(`there is no badge if the ${precision} engine computes the expected bits`, async ({
    page,
  }) => {
    await open(page, link);
    expect(await checked(page)).toBe(true);
    await expect(badge(page)).toBeHidden();
  });

  test(`a badge is shown if the ${precision} engine computes other bits`, async ({ page }) => {
    await page.route('**/assets/*.js', async (route) => {
      const response = await route.fetch();
      const script = (await response.text()).replaceAll(hash, '0123456789abcdef');
      await route.fulfill({ response, body: script });
    });
    await open(page, link);
    expect(await checked(page)).toBe(false);
    await expect(badge(page)).toBeVisible();
  });
}
