// SPDX-License-Identifier: MIT
import type { Page } from '@playwright/test';
import { violations } from './support/axe.ts';
import { measure } from './support/layout.ts';
import { looks } from './support/looks.ts';
import { finish, open, raceFacts, racers } from './support/race.ts';
import { expect, test } from './support/test.ts';

const chosen = async (page: Page) =>
  (await raceFacts(page)).settings.racers.map(({ optimizer }) => optimizer.id);

const list = (page: Page) => page.locator('fall-line-optimizers');

test('the list opens one family at a time, and a click adds a racer', async ({ page }) => {
  await open(page, 'run=sgd');
  const add = page.getByRole('button', { name: 'Add a racer' });
  await add.click();
  await expect(list(page).locator('.rule')).toHaveText([/SGD/, /line search/]);
  await list(page)
    .getByRole('button', { name: /^Adaptive rates/ })
    .click();
  await expect(list(page).locator('.rule')).toHaveCount(5);
  await list(page)
    .getByRole('button', { name: /^\d+ more$/ })
    .click();
  await list(page)
    .getByRole('button', { name: /^AdaBelief/ })
    .click();
  expect(await chosen(page)).toEqual(['sgd', 'adabelief']);
  await expect(list(page)).toBeHidden();
  await expect(add).toBeFocused();
});

test('the keyboard can find an optimizer by its name or its summary', async ({ page }) => {
  await open(page, 'run=sgd');
  await page.getByRole('button', { name: 'Add a racer' }).press('Enter');
  const field = page.getByRole('searchbox', { name: 'Find an optimizer' });
  await expect(field).toBeFocused();
  await field.fill('loshchilov');
  await expect(list(page).getByRole('status')).toHaveText(/^\d+ found$/);
  await page.keyboard.press('ArrowDown');
  await expect(list(page).getByRole('button', { name: /^AdamW/ })).toBeFocused();
  await page.keyboard.press('Enter');
  expect(await chosen(page)).toEqual(['sgd', 'adamw']);
  await page.keyboard.press('Enter');
  await page.keyboard.press('Escape');
  await expect(list(page)).toBeHidden();
  await expect(page.getByRole('button', { name: 'Add a racer' })).toBeFocused();
});

test('an optimizer that does not work on the problem says so, and cannot be chosen', async ({
  page,
}) => {
  await open(page, 'dataset=spiral&run=sgd');
  await page.getByRole('button', { name: 'Add a racer' }).click();
  await page.getByRole('searchbox', { name: 'Find an optimizer' }).fill('levenberg');
  const rule = list(page).getByRole('button', { name: /^Levenberg/ });
  await expect(rule).toHaveAttribute('aria-disabled', 'true');
  await expect(rule).toContainText(
    'Not available: it needs a sum of squares, such as mean-squared-error.',
  );
  await rule.click({ force: true });
  expect(await chosen(page)).toEqual(['sgd']);
  // On another problem other optimizers work.
  await page.getByRole('radio', { name: 'Sine' }).check();
  await expect(rule).not.toHaveAttribute('aria-disabled');
  await rule.click();
  expect(await chosen(page)).toEqual(['sgd', 'levenberg-marquardt']);
});

test('a racer that does not work on a new problem says why, and the others race', async ({
  page,
}) => {
  await open(page, 'speed=max&steps=60&dataset=sine&run=levenberg-marquardt&run=sgd');
  await finish(page);
  await page.getByRole('radio', { name: 'Moons' }).check();
  const card = page.locator('fall-line-racer').first();
  await expect(card).toContainText(
    'Levenberg-Marquardt does not work on this problem: it needs a sum of squares',
  );
  await finish(page);
  expect((await racers(page)).map(({ status, step }) => [status, step])).toEqual([
    ['refused', 0],
    ['running', 60],
  ]);
  await card.getByRole('button', { name: 'Choose another optimizer' }).click();
  await list(page)
    .getByRole('button', { name: /^Newton/ })
    .click();
  await expect.poll(async () => (await racers(page))[0]?.status).toBe('running');
  expect(await chosen(page)).toEqual(['newton', 'sgd']);
});

test('the card explains the optimizer and links to the reference', async ({ page, context }) => {
  await open(page, 'run=adam');
  await page.getByRole('button', { name: /^Adam/ }).click();
  await expect(page.getByRole('group', { name: 'Update rule' }).locator('math')).toHaveCount(3);
  await page.getByText('More about Adam').click();
  for (const text of ['The idea.', 'When to use it.', 'What goes wrong.'])
    await expect(
      page
        .locator('fall-line-racer-body > details, fall-line-racer-body details.guide')
        .last()
        .getByText(text, { exact: true }),
    ).toBeVisible();
  await expect(page.getByText('1 gradient. Memory: 2n.')).toBeVisible();
  await expect(page.getByText('the gradient of the batch')).toBeVisible();
  const opening = context.waitForEvent('page');
  await page.locator('fall-line-racer').getByRole('link', { name: 'Reference' }).click();
  await expect((await opening).getByRole('heading', { level: 1 })).toHaveText('Adam');
});

for (const { colorScheme, width, tag } of looks) {
  test.describe(`${colorScheme}, ${width} pixels`, { tag }, () => {
    test.use({ colorScheme, viewport: { width, height: 800 } });

    test('axe finds nothing in the open list, and nothing overflows', async ({ page }) => {
      await open(page, 'run=adam');
      await page.getByRole('button', { name: /^Adam/ }).click();
      await page.getByRole('button', { name: 'Optimizer: Adam' }).click();
      await list(page)
        .getByRole('button', { name: /^Second order/ })
        .click();
      await list(page)
        .getByRole('button', { name: /^\d+ more$/ })
        .click();
      await expect(list(page).getByText('Not available')).not.toHaveCount(0);
      expect(await violations(page)).toEqual([]);
      expect(await measure(page)).toEqual({ excess: 0, overlaps: [], tiny: [] });
      await page.getByRole('searchbox', { name: 'Find an optimizer' }).fill('nesterov');
      expect(await violations(page)).toEqual([]);
    });
  });
}

test.describe('a touch screen', () => {
  test.use({ viewport: { width: 375, height: 700 }, hasTouch: true, isMobile: true });

  test('every choice is large enough for a thumb', async ({ page }) => {
    await open(page, 'run=adam');
    await page.getByRole('button', { name: 'Add a racer' }).tap();
    const buttons = list(page).getByRole('button');
    await expect(buttons.last()).toBeVisible();
    for (const button of await buttons.all()) {
      expect((await button.boundingBox())?.height).toBeGreaterThanOrEqual(44);
    }
    await expect(page.getByRole('searchbox', { name: 'Find an optimizer' })).not.toBeFocused();
  });
});
