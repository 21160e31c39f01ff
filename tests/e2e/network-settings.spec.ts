// SPDX-License-Identifier: MIT
// What stands between the layers of a network: normalization, dropout, an activation for each layer.
import { raceFacts, untilAt } from './support/race.ts';
import { expect, test } from './support/test.ts';

const race = '/#v=3&dataset=moons&hidden=6,5&steps=200&run=adam,learningRate=0.01';
const more = 'More settings of the training';

test('layers get activations of their own, which go with their layers', async ({ page }) => {
  const files: string[] = [];
  page.on('request', (request) => files.push(request.url()));
  await page.goto(race);
  await expect(page.getByRole('combobox', { name: 'Normalization' })).toHaveValue('none');
  expect(files.filter((url) => url.includes('layer-activations'))).toEqual([]);
  await page.getByText(more).click();
  const group = page.getByRole('group', { name: 'Activation by layer' });
  await group.getByRole('combobox', { name: 'Layer 2' }).selectOption('ReLU');
  await expect(page).toHaveURL(/layerActivations=tanh/);
  expect((await raceFacts(page)).settings.network).toMatchObject({
    layerActivations: 'tanh,relu',
  });
  await page.getByRole('button', { name: 'Remove layer 2' }).click();
  await expect(group.getByRole('combobox')).toHaveCount(1);
  await expect(page).not.toHaveURL(/layerActivations=tanh.*relu/);
  await page.getByRole('button', { name: 'Play', exact: true }).click();
  await untilAt(page, 200);
});

test('a race with normalization and dropout trains, and its link repeats it', async ({ page }) => {
  await page.goto(race);
  await page.getByRole('combobox', { name: 'Normalization' }).selectOption('Batch norm');
  await page.getByText(more).click();
  await page.getByRole('textbox', { name: 'Dropout' }).fill('0.2');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/normalization=batch/);
  await expect(page).toHaveURL(/dropout=0.2/);
  await page.getByRole('button', { name: 'Play', exact: true }).click();
  await untilAt(page, 200);
  const losses = () =>
    page.evaluate(() => {
      const app = document.querySelector('fall-line-app');
      return [...(app?.playground.race.racers[0]?.curve.column('testLoss') ?? [])];
    });
  const first = await losses();
  expect(first.at(-1)).toBeLessThan(first[0] ?? 0);
  await page.reload();
  await page.getByRole('button', { name: 'Play', exact: true }).click();
  await untilAt(page, 200);
  expect(await losses()).toEqual(first);
});

test('a rule that normalization misleads is refused with the reason', async ({ page }) => {
  await page.goto('/#v=3&normalization=layer&steps=50&run=k-fac&run=adam');
  await expect(page.locator('fall-line-racer').first()).toContainText(
    'needs layers without normalization, since its gains have no Kronecker factors',
  );
  await page.getByRole('button', { name: 'Play', exact: true }).click();
  await untilAt(page, 50);
});
