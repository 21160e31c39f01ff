// SPDX-License-Identifier: MIT
// Problems that the reader writes: a text that the engine checks, and the race on it.
import { expect, test } from './support/test.ts';
import { untilAt } from './support/race.ts';

test('a faulty formula is refused with its character, and a sound one sets up the race', async ({
  page,
}) => {
  await page.goto('/#v=3&surface=formula&steps=100');
  const field = page.getByRole('textbox', { name: 'Formula' });
  await expect(field).toHaveValue('x^2/4 + y^2/4 + sin(2x) cos(2y)');
  await field.fill('x^2 + sn(y)');
  await field.press('Enter');
  const fault = page.locator('fall-line-text').getByRole('alert');
  await expect(fault).toContainText('Character 7: "sn" is not known. Did you mean "sin"?');
  await expect(fault.locator('mark')).toHaveText('s');
  await expect(field).toHaveAttribute('aria-invalid', 'true');
  expect(page.url()).not.toContain('f=');

  await field.fill('x^2 + 3 (y - 1)^2');
  await field.press('Enter');
  await expect(fault).toBeEmpty();
  await expect(page).toHaveURL(/f=x%5E2~%2B~3~%28y~-~1%29%5E2/);
  await page.reload();
  await expect(field).toHaveValue('x^2 + 3 (y - 1)^2');
  await page.getByRole('button', { name: 'Play', exact: true }).click();
  await untilAt(page, 100);
  await expect(page.getByRole('img', { name: /Contours of Your formula/ })).toBeVisible();
});

test('a condition makes classes', async ({ page }) => {
  await page.goto('/#v=3&dataset=formula-classes&f=x~%3C~0~or~y~%3E~1&steps=100');
  const field = page.getByRole('textbox', { name: 'Condition' });
  await expect(field).toHaveValue('x < 0 or y > 1');
  await field.fill('x + y');
  await field.press('Enter');
  await expect(page.locator('fall-line-text').getByRole('alert')).toContainText(
    'Character 1: the value must be a condition such as x < 1, but this is a number',
  );
});
