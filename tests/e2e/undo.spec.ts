// SPDX-License-Identifier: MIT
import type { Page } from '@playwright/test';
import { expect, test } from './support/test.ts';
import { finish, open, play, raceFacts, racers, until, untilAt } from './support/race.ts';

const link = async (page: Page) => (await raceFacts(page)).link;
const undo = (page: Page) => page.getByRole('button', { name: 'Undo' }).click();
const redo = (page: Page) => page.getByRole('button', { name: 'Redo' }).click();

test('changes of any kind can be undone and redone one by one', async ({ page }) => {
  await open(page, 'run=sgd&run=adam');
  const links = [await link(page)];
  const changes = [
    () => page.getByRole('radio', { name: 'Moons' }).check(),
    () => page.getByRole('textbox', { name: 'Samples' }).fill('900'),
    () => page.getByRole('button', { name: 'New start' }).click(),
    () => page.getByRole('combobox', { name: 'Activation' }).selectOption('relu'),
    () => page.getByRole('button', { name: 'Add a racer' }).click(),
  ];
  for (const [at, change] of changes.entries()) {
    await change();
    if (at === 1) await page.getByRole('textbox', { name: 'Samples' }).press('Enter');
    if (at === 4) await page.locator('fall-line-optimizers .rule').first().click();
    await expect.poll(() => link(page)).not.toBe(links.at(-1));
    links.push(await link(page));
  }
  for (const before of links.slice(0, -1).reverse()) {
    await undo(page);
    expect(await link(page)).toBe(before);
  }
  await expect(page.getByRole('button', { name: 'Undo' })).toHaveAttribute('aria-disabled', 'true');
  for (const after of links.slice(1)) {
    await redo(page);
    expect(await link(page)).toBe(after);
  }
  await until(page, 'finished');
});

test('keys undo and redo too, but not while the reader types', async ({ page }) => {
  await open(page, 'run=sgd');
  const before = await link(page);
  await page.getByRole('button', { name: 'New start' }).click();
  const after = await link(page);
  expect(after).not.toBe(before);
  await page.keyboard.press('Control+z');
  expect(await link(page)).toBe(before);
  await page.keyboard.press('Control+Shift+Z');
  expect(await link(page)).toBe(after);
  await page.keyboard.press('Control+z');
  const samples = page.getByRole('textbox', { name: 'Samples' });
  await samples.fill('12');
  await page.keyboard.press('Control+z');
  expect(await link(page)).toBe(before);
});

test('no button loses a race that the reader has set up', async ({ page }) => {
  await open(page, 'example=first-race&samples=900&run=sgd,learningRate=0.05&run=adam');
  const built = await link(page);
  await page.getByRole('button', { name: 'Start the lessons' }).click();
  await expect.poll(() => link(page)).not.toBe(built);
  await page.keyboard.press('Control+z');
  await expect.poll(() => link(page)).toBe(built);
  await page.keyboard.press('Control+Shift+Z');
  await expect.poll(() => link(page)).not.toBe(built);
});

test('a change during a race is undone during that race', async ({ page }) => {
  await open(page, 'speed=50&steps=100000&run=sgd');
  const card = page.locator('fall-line-racer');
  await card.getByRole('button').first().click();
  await play(page);
  await untilAt(page, 10);
  const rate = card.getByRole('textbox', { name: 'Learning rate' });
  await rate.fill('0.5');
  await rate.press('Enter');
  await expect(card.getByText(/Changed at step/)).toBeVisible();
  await page.keyboard.press('Control+z');
  await expect(rate).toHaveValue('0.1');
  expect((await raceFacts(page)).state).toBe('running');
});

test('Back and Forward go through the problems shown', async ({ page }) => {
  await open(page, 'run=sgd&run=adam');
  const first = await link(page);
  await page.getByRole('radio', { name: 'Moons' }).check();
  await page.getByRole('button', { name: 'New start' }).click();
  const second = await link(page);
  await page.getByRole('radio', { name: 'Sine' }).check();
  await expect(page).toHaveURL(/dataset=sine/);
  await page.goBack();
  await expect.poll(() => link(page)).toBe(second);
  await page.goBack();
  await expect.poll(() => link(page)).toBe(first);
  await page.goForward();
  await expect.poll(() => link(page)).toBe(second);
});

test('an example is removed from page and link together with its race', async ({ page }) => {
  await page.goto('./');
  await until(page, 'running', 'paused', 'finished');
  await expect(page.locator('fall-line-example').getByRole('heading')).toBeVisible();
  await page.getByRole('textbox', { name: 'Samples' }).fill('300');
  await page.getByRole('textbox', { name: 'Samples' }).press('Enter');
  await expect(page.locator('fall-line-example').getByRole('heading')).toBeVisible();
  const changed = page.getByText('You have changed this race');
  await expect(changed).toBeVisible();
  await page.getByRole('button', { name: 'Restore the example' }).click();
  await expect(changed).toBeHidden();
  await page.getByRole('radio', { name: 'Sine' }).check();
  await expect(page.locator('fall-line-example').getByRole('heading')).toBeHidden();
  expect(await link(page)).not.toContain('example');
  await page.keyboard.press('Control+z');
  await expect(page.locator('fall-line-example').getByRole('heading')).toBeVisible();
});

test('after Continue the panel says when the race ends', async ({ page }) => {
  await open(page, 'speed=max&steps=500&run=sgd');
  await finish(page);
  await finish(page);
  await expect(page.getByText('Continued: this race ends after 1,000 steps.')).toBeVisible();
});

test('after the last racer is removed, the page says what to do', async ({ page }) => {
  await open(page, 'speed=max&steps=100&run=sgd');
  await finish(page);
  await page.locator('fall-line-racer').getByRole('button').first().click();
  await page.getByRole('button', { name: 'Remove', exact: true }).click();
  await expect(page.getByRole('button', { name: 'Play' })).toBeDisabled();
  await expect(page.getByText('Add a racer to start.').first()).toBeVisible();
  await expect(page.getByRole('button', { name: 'Add a racer' })).toBeFocused();
  expect(await raceFacts(page)).toMatchObject({ at: 0, state: 'ready' });
  await undo(page);
  await until(page, 'ready');
  expect(await racers(page)).toHaveLength(1);
});

test('no picture of earlier data remains', async ({ page }) => {
  await open(page, 'speed=max&steps=100&run=adam');
  await finish(page);
  await page.getByRole('radio', { name: 'Sine' }).check();
  await until(page, 'ready');
  await expect(page.getByRole('img', { name: /fitted curve/ })).toBeVisible();
  await expect
    .poll(() =>
      page.locator('fall-line-racer-picture .field').evaluate((canvas: HTMLCanvasElement) =>
        canvas
          .getContext('2d')
          ?.getImageData(0, 0, canvas.width, canvas.height)
          .data.every((value) => value === 0),
      ),
    )
    .toBe(true);
});

test('cards and pictures stay with their racers while others are removed and come back', async ({
  page,
}) => {
  await open(page, 'speed=max&steps=100&run=sgd&run=adam&run=momentum');
  await finish(page);
  const cards = page.locator('fall-line-racer');
  const pictures = page.locator('fall-line-racer-picture');
  const adam = { name: 'Adam', exact: true };
  await cards.nth(1).getByRole('button').first().click();
  for (const list of [cards, pictures])
    await list.nth(1).evaluate((element) => element.setAttribute('data-mark', ''));
  const marked = (list: typeof cards) =>
    list.evaluateAll((all) => all.map((element) => element.hasAttribute('data-mark')));

  await cards.first().getByRole('button').first().click();
  await cards.first().getByRole('button', { name: 'Remove', exact: true }).click();
  await expect.poll(() => marked(cards)).toEqual([true, false]);
  await expect.poll(() => marked(pictures)).toEqual([true, false]);
  await expect(cards.first().getByText(adam.name, adam).first()).toBeVisible();
  await expect(cards.first().getByRole('button').first()).toBeFocused();
  await expect(cards.first().getByRole('button').first()).toHaveAttribute('aria-expanded', 'true');

  await undo(page);
  await expect.poll(() => marked(cards)).toEqual([false, true, false]);
  await expect.poll(() => marked(pictures)).toEqual([false, true, false]);
  await expect(cards.nth(1).getByRole('button').first()).toHaveAttribute('aria-expanded', 'true');
  await expect(cards.nth(0).getByRole('button').first()).toHaveAttribute('aria-expanded', 'false');
});
