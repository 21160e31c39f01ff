// SPDX-License-Identifier: MIT
import { expect, test } from './support/test.ts';
import { diverging, finish, open, play, raceFacts, racers, untilAt } from './support/race.ts';

test('a change during a race applies without a restart, and is marked', async ({ page }) => {
  await open(page, 'speed=250&steps=100000&run=sgd&run=adam');
  const card = page.locator('fall-line-racer').first();
  await card.getByRole('button', { name: /^SGD/ }).click();
  await play(page);
  await untilAt(page, 20);
  await card.getByRole('textbox', { name: 'Learning rate' }).fill('0.5');
  await card.getByRole('textbox', { name: 'Learning rate' }).press('Enter');
  const words = await card.getByText(/Changed at step \d+: η 0.5\./).textContent();
  const step = Number(/Changed at step (\d+)/.exec(words ?? '')?.[1]);
  expect(step).toBeGreaterThanOrEqual(20);
  await expect(page.getByRole('img', { name: /loss of 2 racers/ })).toHaveAccessibleName(
    new RegExp(`SGD: .*changed at step ${step}`),
  );
  await untilAt(page, step + 20);
  expect((await racers(page))[0]?.curve.step[0]).toBe(0);
  expect((await raceFacts(page)).link).not.toContain('0.5');
});

test('a new start keeps the last curves, which can be cleared', async ({ page }) => {
  await open(page, 'speed=max&steps=100');
  const clear = page.getByRole('button', { name: /Hide the previous race/ });
  await expect(clear).toBeHidden();
  await finish(page);
  await page.getByRole('button', { name: 'New start' }).click();
  await expect.poll(async () => (await raceFacts(page)).ghosts).toBe(4);
  await clear.click();
  expect((await raceFacts(page)).ghosts).toBe(0);
  await expect(clear).toBeHidden();
});

test('a racer that diverges stops alone, says why, and offers a remedy', async ({ page }) => {
  await open(page, `speed=max&steps=500&${diverging}`);
  await finish(page);
  const facts = await racers(page);
  expect(facts.map(({ status, step }) => [status, status === 'diverged' || step])).toEqual([
    ['diverged', true],
    ['running', 500],
    ['running', 500],
  ]);
  const { step, curve } = facts[0] ?? { step: 0, curve: { trainLoss: [] } };
  expect(step).toBeLessThan(100);
  expect(curve.trainLoss.length).toBeGreaterThan(1);
  const card = page.locator('fall-line-racer').first();
  await expect(card).toContainText(`Diverged. Stopped at step ${step}: `);
  await expect(card).toContainText('Its learning rate of 10 is too high');
  await expect(page.getByRole('img', { name: /loss of 3 racers/ })).toHaveAccessibleName(
    new RegExp(`SGD: .*diverged at step ${step}`),
  );
  await expect(page.getByRole('region', { name: 'Results' }).getByRole('row').last()).toContainText(
    `diverged at step ${step}`,
  );
  // With the remedy it catches up with the others, which stay as they are.
  const remedy = card.getByRole('button', { name: /^Try learning rate / });
  const better = (await remedy.textContent())?.trim().split(' ').at(-1) ?? '';
  expect(Number(better)).toBeLessThan(10);
  await remedy.click();
  await expect
    .poll(async () => (await racers(page))[0])
    .toMatchObject({
      status: 'running',
      step: 500,
    });
  expect((await raceFacts(page)).link).toContain(`run=sgd,learningRate=${better}&`);
  expect((await racers(page)).slice(1)).toEqual(facts.slice(1));
  await expect(card.locator('.finding')).toHaveCount(0);
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(card).toContainText(`Diverged. Stopped at step ${step}: `);
});

test('a value that is not allowed gives a message and changes nothing', async ({ page }) => {
  await open(page, '');
  const { link } = await raceFacts(page);
  await page.getByRole('textbox', { name: 'Samples' }).fill('-3');
  await page.getByRole('textbox', { name: 'Samples' }).press('Enter');
  await expect(page.getByRole('alert')).toHaveText(
    /^Enter a whole number from [\d,]+ to [\d,]+\.$/,
  );
  expect((await raceFacts(page)).link).toBe(link);
});
