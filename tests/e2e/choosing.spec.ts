// SPDX-License-Identifier: MIT
// The dialog with five questions that sets up a race.
import type { Page } from '@playwright/test';
import { violations } from './support/axe.ts';
import { measure } from './support/layout.ts';
import { looks } from './support/looks.ts';
import { open, raceFacts, until } from './support/race.ts';
import { expect, test } from './support/test.ts';

const dialog = (page: Page) => page.getByRole('dialog', { name: 'Choose by five questions' });
const proposed = (page: Page) => dialog(page).getByRole('listitem').locator('b');
const add = (page: Page) => page.getByRole('button', { name: 'Add a racer' });

async function openFromRacers(page: Page): Promise<void> {
  await add(page).click();
  await page.getByRole('button', { name: /Choose by five questions/ }).click();
  await expect(dialog(page)).toBeVisible();
}

const chosen = async (page: Page) =>
  (await raceFacts(page)).settings.racers.map(({ optimizer }) => optimizer.id);

test('the keyboard alone answers, sets up the race, and undoes it as one change', async ({
  page,
}) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await open(page, 'dataset=moons&run=rmsprop,learningRate=0.02');
  const before = (await raceFacts(page)).link;
  await add(page).press('Enter');
  const help = page.getByRole('button', { name: /Choose by five questions/ });
  await expect(help).toBeVisible();
  await help.press('Enter');
  await expect(dialog(page)).toBeVisible();
  await expect(proposed(page)).toHaveCount(4);
  const usual = await proposed(page).allTextContents();

  const last = dialog(page).getByRole('radio', { name: 'A fast start' });
  for (let tabs = 0; tabs < 8 && !(await last.evaluate(isFocused)); tabs++)
    await page.keyboard.press('Tab');
  await expect(last).toBeFocused();
  for (let presses = 0; presses < 3; presses++) await page.keyboard.press('ArrowRight');
  await expect(dialog(page).getByRole('radio', { name: 'Little memory' })).toBeChecked();
  await expect.poll(() => proposed(page).allTextContents()).not.toEqual(usual);
  await expect(dialog(page).getByRole('status')).toContainText('and');

  const names = await proposed(page).allTextContents();
  await dialog(page).getByRole('button', { name: 'Set up this race' }).press('Enter');
  await expect(dialog(page)).toBeHidden();
  await expect(page.locator('fall-line-racer')).toHaveCount(4);
  for (const [place, name] of names.entries())
    await expect(page.locator('fall-line-racer').nth(place)).toContainText(name);
  await expect(add(page)).toBeFocused();

  await page.keyboard.press('Control+z');
  await expect.poll(async () => (await raceFacts(page)).link).toBe(before);
  await page.keyboard.press('Control+Shift+z');
  await expect.poll(() => chosen(page)).toHaveLength(4);
});

const isFocused = (element: Element) =>
  (element.getRootNode() as ShadowRoot).activeElement === element;

test('the race is played, unless readers asked for less motion, and its link keeps it', async ({
  page,
}) => {
  await open(page, 'run=sgd');
  await openFromRacers(page);
  await dialog(page).getByRole('radio', { name: 'A lot: count samples' }).check();
  await dialog(page).getByRole('button', { name: 'Set up this race' }).click();
  await until(page, 'finished');
  const { link, at, settings } = await raceFacts(page);
  expect(settings.budget).toEqual({ unit: 'samples', amount: 2000 });
  expect(at).toBeGreaterThanOrEqual(2000);
  await page.goto('about:blank');
  await page.goto(`./#${link}`);
  await until(page, 'ready');
  expect(await chosen(page)).toEqual(settings.racers.map(({ optimizer }) => optimizer.id));
});

test('a race on a surface is there again after the reader turns back to surfaces', async ({
  page,
}) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await open(page, 'surface=rosenbrock&start=1,-1&run=sgd,learningRate=0.001');
  const { settings } = await raceFacts(page);
  await openFromRacers(page);
  await dialog(page).getByRole('button', { name: 'Set up this race' }).click();
  await expect.poll(async () => (await raceFacts(page)).settings.surface).toBeNull();
  await page.getByRole('button', { name: 'Surface', exact: true }).click();
  await expect.poll(async () => (await raceFacts(page)).settings.surface).toEqual(settings.surface);
});

test('Escape, the button, and a press beside it close it, and nothing has changed', async ({
  page,
}) => {
  await open(page, 'run=sgd');
  const before = (await raceFacts(page)).link;
  const ways = [
    () => page.keyboard.press('Escape'),
    () => dialog(page).getByRole('button', { name: 'Close' }).click(),
    () => dialog(page).getByRole('button', { name: 'Cancel' }).click(),
    () => page.mouse.click(5, 300),
  ];
  for (const close of ways) {
    await openFromRacers(page);
    await close();
    await expect(dialog(page)).toBeHidden();
    await expect(add(page)).toBeFocused();
    expect((await raceFacts(page)).link).toBe(before);
  }
  await expect(page.locator('fall-line-chooser')).toHaveCount(0);
});

test('the lessons and the first race lead to it too', async ({ page }) => {
  await page.goto('./');
  await until(page, 'running', 'finished');
  await page.getByRole('button', { name: 'Help me choose' }).click();
  await expect(dialog(page)).toBeVisible();
  await page.keyboard.press('Escape');
  const menu = page.getByRole('button', { name: 'Lessons', exact: true });
  await menu.click();
  await page.getByRole('button', { name: /^Choose by five questions/ }).click();
  await expect(dialog(page)).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(menu).toBeFocused();
});

test('each rule leads to its page of the reference', async ({ page }) => {
  await open(page, 'run=sgd');
  await openFromRacers(page);
  const links = dialog(page).getByRole('link');
  await expect(links).toHaveCount(4);
  for (const link of await links.all()) {
    const address = new URL((await link.getAttribute('href')) ?? '', page.url());
    expect((await page.request.get(address.href)).ok()).toBe(true);
  }
});

for (const { colorScheme, width, tag } of looks) {
  test.describe(`${width} pixels, ${colorScheme}`, { ...(tag && { tag }) }, () => {
    test.use({ colorScheme, viewport: { width, height: 800 } });

    test('fits, and axe finds nothing', async ({ page }) => {
      await open(page, 'run=sgd');
      await openFromRacers(page);
      expect(await violations(page)).toEqual([]);
      const { excess, tiny } = await measure(page);
      expect({ excess, tiny }).toEqual({ excess: 0, tiny: [] });
      const content = dialog(page).locator('.content');
      expect(await content.evaluate((box) => box.scrollWidth - box.clientWidth)).toBe(0);
      const button = dialog(page).getByRole('button', { name: 'Set up this race' });
      await expect(button).toBeInViewport({ ratio: 1 });
    });
  });
}
