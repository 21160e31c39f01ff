// SPDX-License-Identifier: MIT
import type { Page } from '@playwright/test';
import { violations } from './support/axe.ts';
import { finish, open, until, untilAt } from './support/race.ts';
import { expect, test } from './support/test.ts';

const valley = 'surface=rosenbrock&run=sgd,learningRate=0.001&run=momentum,learningRate=0.0005';

const drawn = (page: Page) => page.getByRole('list', { name: 'Drawn on the picture' });
const chosen = (page: Page) => page.getByRole('combobox', { name: 'Rule of the racer' });

/** The picture of the paths and marks. */
const picture = (page: Page) =>
  page
    .getByRole('img', { name: /^Contours/ })
    .evaluate((element) => (element as HTMLCanvasElement).toDataURL());

const step = async (page: Page, at: number) => {
  await page.getByRole('button', { name: 'One step', exact: true }).click();
  await untilAt(page, at);
};

test('the rule of one racer is drawn, with its numbers in words, and can be switched off', async ({
  page,
}) => {
  await open(page, valley);
  const rule = page.locator('fall-line-rule-at-work');
  // SGD draws nothing, so the first racer that does is shown.
  await expect(chosen(page)).toHaveValue(/./);
  await expect(chosen(page).locator('option:checked')).toHaveText('Momentum');
  await expect(rule).toContainText('Momentum has not taken a step yet.');
  await step(page, 1);
  await expect(drawn(page)).toContainText(/Velocity, length 0\.\d+/);
  await expect(rule.getByRole('link', { name: 'Reference of Momentum' })).toHaveAttribute(
    'href',
    'reference/momentum.html',
  );
  await rule.getByText('What is drawn').click();
  await expect(rule).toContainText('The step that the velocity alone would take from here.');
  expect(await violations(page)).toEqual([]);
  const before = await picture(page);
  await rule.getByRole('checkbox', { name: 'Show the rule at work' }).uncheck();
  await expect(drawn(page)).toBeHidden();
  await expect.poll(() => picture(page)).not.toBe(before);
  await rule.getByRole('checkbox', { name: 'Show the rule at work' }).check();
  await expect.poll(() => picture(page)).toBe(before);
  await chosen(page).selectOption('SGD');
  await expect(rule).toContainText('The rule of SGD keeps nothing that could be drawn.');
});

test('a moment of the past has the marks of that moment', async ({ page }) => {
  await open(page, `${valley}&steps=40`);
  const texts: string[] = [];
  for (let at = 1; at <= 3; at++) {
    await step(page, at);
    await expect.poll(async () => texts.includes(await drawn(page).innerText())).toBe(false);
    texts.push(await drawn(page).innerText());
  }
  const slider = page.getByRole('slider', { name: 'Moment of the race' });
  await slider.focus();
  await slider.press('ArrowLeft');
  await expect.poll(() => drawn(page).innerText()).toBe(texts[1]);
});

test('the trial points of a line search are on the contours and on the slice', async ({ page }) => {
  await open(page, 'surface=rosenbrock&run=line-search&steps=20');
  await step(page, 1);
  await expect(drawn(page)).toContainText(/Trial points: \d+ tried, 1 taken/);
  await page.getByRole('button', { name: /^Tangent/ }).click();
  const model = page.locator('fall-line-local-model');
  await model.getByRole('combobox', { name: 'Slice, kind' }).selectOption('step');
  await expect(
    model.getByRole('img', { name: /along the slice: .* \d+ trial points/ }),
  ).toBeVisible();
  await expect(model).toContainText('trial points of the last step');
});

test('a Hessian has its eigenvalues and its four numbers, a trust region its radius', async ({
  page,
}) => {
  await open(page, 'surface=rosenbrock&run=trust-region&steps=20');
  await step(page, 1);
  await expect(drawn(page)).toContainText(/Trust region, radius [\d.]+/);
  await expect(drawn(page)).toContainText(/Hessian, eigenvalues -?[\d.,]+ and [\d.,]+/);
  await expect(drawn(page).getByRole('img', { name: /^Matrix/ })).toHaveAccessibleName(
    'Matrix 1,330, 480, 480, 200',
  );
});

test('the marks follow a race to its end', async ({ page }) => {
  await open(page, 'surface=rosenbrock&run=simulated-annealing&steps=300&speed=max');
  await finish(page);
  await until(page, 'finished');
  await expect(drawn(page)).toContainText(/Last moves: 20 tried, \d+ taken/);
  await expect(drawn(page)).toContainText(/Temperature [\d.e-]+/);
});
