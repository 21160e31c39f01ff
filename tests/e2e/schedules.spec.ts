// SPDX-License-Identifier: MIT
import type { Page } from '@playwright/test';
import { violations } from './support/axe.ts';
import { measure } from './support/layout.ts';
import { finish, open, raceFacts, racers } from './support/race.ts';
import { expect, test } from './support/test.ts';

const schedule = (page: Page) => page.getByRole('combobox', { name: 'Learning-rate schedule' });
const drawing = (page: Page) => page.getByRole('img', { name: /^Learning rate from/ });
const chart = (page: Page) => page.getByRole('img', { name: / of \d racers? by steps/ });
const link = async (page: Page) => (await raceFacts(page)).link;

test('a schedule is drawn before the race, and the chart shows the actual rates', async ({
  page,
}) => {
  await open(page, 'speed=max&steps=400&run=adam,learningRate=0.03&run=sgd');
  const card = page.locator('fall-line-racer').first();
  await card.getByRole('button', { name: /^Adam/ }).click();
  await expect(drawing(page)).toHaveAccessibleName(
    'Learning rate from 0.03 to 0.03 over 400 steps, 0.03 at most',
  );
  await schedule(page).selectOption('Cosine with restarts');
  const round = card.getByRole('textbox', { name: 'First cycle length' });
  await round.fill('100');
  await round.press('Enter');
  await expect(drawing(page)).toHaveAccessibleName(
    /^Learning rate from 0\.03 to 0\.0000\d+ over 400 steps, 0\.03 at most$/,
  );
  const heights = await drawing(page).locator('polyline').getAttribute('points');
  const tops = (heights ?? '').split(' ').filter((point) => Number(point.split(',')[1]) < 4.2);
  expect(tops.length).toBeGreaterThan(4);
  expect(await link(page)).toContain('schedule=cosine-restarts,schedule.period=100');

  await finish(page);
  await page.getByRole('button', { name: 'learning rate', exact: true }).click();
  await expect(page.getByRole('heading', { name: 'Learning rate', exact: true })).toBeVisible();
  await expect(chart(page)).toHaveAccessibleName(
    /^Learning rate of 2 racers by steps\. Adam: 0\.03\d* to .*SGD: 0\.1\d* to 0\.1/,
  );
  expect(await link(page)).toContain('show=rate');
});

test('a wrapper has a switch, which says why if the rule does not accept it', async ({ page }) => {
  await open(page, 'speed=max&steps=60&run=adam');
  const card = page.locator('fall-line-racer').first();
  await finish(page);
  const bare = (await racers(page))[0]?.curve.testLoss.at(-1);
  await card.getByRole('button', { name: /^Adam/ }).click();
  await card.getByRole('checkbox', { name: 'Lookahead' }).check();
  await expect(card.getByRole('textbox', { name: 'Fast steps per slow step' })).toHaveValue('5');
  expect(await link(page)).toContain('run=adam,learningRate=0.01,lookahead');
  await expect(card.getByRole('button', { name: /^Adam.*Lookahead/ })).toBeVisible();
  // A racer that restarts catches up with the others.
  const wrapped = async () => (await racers(page))[0];
  await expect.poll(async () => (await wrapped())?.curve.testLoss.at(-1)).not.toBe(bare);
  await expect.poll(wrapped).toMatchObject({ status: 'running', step: 60 });
  expect((await wrapped())?.curve.testLoss.at(-1)).not.toBe(bare);

  // The card stays open.
  await open(page, 'run=bfgs');
  await expect(card.getByRole('checkbox', { name: 'Lookahead' })).toBeDisabled();
  await expect(card.getByText(/Not available for this optimizer: it .*\./).first()).toBeVisible();
});

for (const width of [1360, 375]) {
  test.describe(`${width} pixels`, () => {
    test.use({ viewport: { width, height: 800 } });

    test('axe finds nothing in an open card, and nothing overflows', async ({ page }) => {
      await open(page, 'show=rate&run=adam,schedule=one-cycle,lookahead,weight-averaging');
      await page.getByRole('button', { name: /^Adam/ }).click();
      await expect(drawing(page).locator('polyline')).toHaveCount(1);
      expect(await violations(page)).toEqual([]);
      expect(await measure(page)).toEqual({ excess: 0, overlaps: [], tiny: [] });
    });
  });
}
