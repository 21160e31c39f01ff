// SPDX-License-Identifier: MIT
import { expect, test } from './support/test.ts';
import { violations } from './support/axe.ts';
import { finish, open, untilAt } from './support/race.ts';

test('the microscope fills a rule’s formula with the numbers of a step', async ({ page }) => {
  await open(page, 'speed=max&steps=50&surface=quadratic-bowl&run=sgd,learningRate=0.1&run=adam');
  await page.getByRole('button', { name: 'One step', exact: true }).click();
  await untilAt(page, 1);
  await page.getByText('One step in detail').click();
  const microscope = page.locator('fall-line-microscope');
  const filled = microscope.getByRole('group', {
    name: 'The formula with the numbers of this step',
  });
  const cells = microscope.getByRole('row', { name: /gradient/ }).getByRole('cell');
  await expect(cells.nth(1)).not.toHaveText('');
  // The formula comes in a file of its own.
  await expect(filled.locator('mn').nth(3)).toBeVisible();
  const gradient = Number(await cells.nth(1).textContent());
  const numbers = (await filled.locator('mn').allTextContents()).map((text) =>
    Number(text.replace('−', '-')),
  );
  const [after = 0, before = 0, rate = 0, slope = 0] = numbers;
  expect(slope).toBeCloseTo(gradient, 2);
  expect(after).toBeCloseTo(before - rate * slope, 2);
  expect(await violations(page)).toEqual([]);
});

test('it follows the timeline, the racer and the parameter', async ({ page }) => {
  await open(page, 'speed=max&steps=60&run=sgd&run=adam&run=k-fac');
  await finish(page);
  await page.getByText('One step in detail').click();
  const sentence = page.locator('fall-line-microscope .sentence');
  await expect(sentence).toContainText('Step 60 of SGD moved the weight from input 1 to unit 1');
  await page.getByRole('slider', { name: 'Moment of the race' }).fill('20');
  await expect(sentence).toContainText('Step 20 of SGD');
  await page.getByRole('combobox', { name: 'Racer' }).selectOption({ label: 'Adam' });
  await expect(sentence).toContainText('Step 20 of Adam');
  await page.getByRole('combobox', { name: 'Layer' }).selectOption({ label: 'output' });
  await page.getByRole('combobox', { name: 'Weight or bias' }).selectOption({ label: 'bias' });
  await expect(sentence).toContainText('the bias of unit 1 of the output layer');
  await page.getByRole('combobox', { name: 'Racer' }).selectOption({ label: 'K-FAC' });
  await expect(page.locator('fall-line-microscope')).toContainText('mixes the numbers of several');
  await page.getByRole('slider', { name: 'Moment of the race' }).fill('0');
  await expect(page.locator('fall-line-microscope')).toContainText('has not taken a step yet');
});
