// SPDX-License-Identifier: MIT
import type { Page } from '@playwright/test';
import { finish, raceFacts } from './support/race.ts';
import { expect, test } from './support/test.ts';

/** What the engine has of the data: rows, inputs, and the rows of each class. */
const dataOf = (page: Page) =>
  page.evaluate(() => {
    const { data } = document.querySelector('fall-line-app')?.playground.race ?? {};
    const targets = (data?.targets ?? []) as number[];
    return {
      rows: targets.length,
      inputs: data?.inputs[0]?.length,
      classes: Array.from(
        { length: data?.classes ?? 0 },
        (_, k) => targets.filter((target) => target === k).length,
      ),
    };
  });

for (const [id, expected] of [
  ['iris', { rows: 150, inputs: 4, classes: [50, 50, 50] }],
  ['penguins', { rows: 333, inputs: 8, classes: [146, 68, 119] }],
  ['wine', { rows: 178, inputs: 13, classes: [59, 71, 48] }],
  ['cars', { rows: 392, inputs: 6, classes: [] }],
  [
    'handwritten-digits',
    { rows: 1797, inputs: 64, classes: [178, 182, 177, 183, 181, 182, 181, 179, 174, 180] },
  ],
] as const)
  test(`a link races on the real data set ${id}`, async ({ page }) => {
    await page.goto(`/#v=3&dataset=${id}&steps=40&speed=max&run=adam,learningRate=0.01`);
    await finish(page);
    expect(await dataOf(page)).toEqual(expected);
    expect((await raceFacts(page)).at).toBe(40);
    await expect(page.locator('fall-line-notices')).toHaveCount(0);
  });

test('a real data set is chosen on the page, which says where it is from', async ({ page }) => {
  await page.goto('/#v=3&steps=40&speed=max&run=adam');
  await page.getByText('Real data', { exact: true }).click();
  await page.getByRole('button', { name: 'Palmer penguins' }).click();
  await expect(page.getByText('Source: K. B. Gorman')).toContainText('Licence: CC0 1.0.');
  await expect(page).toHaveURL(/dataset=penguins/);
  await expect(page.getByRole('button', { name: 'New split' })).toBeVisible();
  await expect(page.getByRole('button', { name: 'New data' })).toHaveCount(0);
  await finish(page);
  expect((await dataOf(page)).rows).toBe(333);
  const matrix = page.locator('fall-line-sample-check').first().getByRole('table');
  await expect(matrix.getByRole('rowheader')).toHaveText(['Adelie', 'Chinstrap', 'Gentoo']);
});
