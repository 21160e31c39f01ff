// SPDX-License-Identifier: MIT
// The dialog that shares a race: its texts, its previews, and the keyboard.
import type { Frame, Page } from '@playwright/test';
import { violations } from './support/axe.ts';
import { measure } from './support/layout.ts';
import { looks } from './support/looks.ts';
import { open, raceFacts, until } from './support/race.ts';
import { expect, test } from './support/test.ts';

const dialog = (page: Page) => page.getByRole('dialog', { name: 'Share this race' });
const text = (page: Page) => dialog(page).getByRole('textbox');

async function openShare(page: Page, form?: string): Promise<void> {
  await page.getByRole('button', { name: 'Share' }).click();
  await expect(dialog(page)).toBeVisible();
  if (form) await dialog(page).getByRole('radio', { name: form }).check();
}

/** The frame in the preview, once its race is ready. */
async function preview(page: Page): Promise<Frame> {
  const frame = await (await dialog(page).locator('iframe').elementHandle())?.contentFrame();
  if (!frame) throw new Error('The preview has no content.');
  await until(frame, 'ready');
  return frame;
}

test.use({ permissions: ['clipboard-read', 'clipboard-write'] });

test('each form gives a text with this race, and Copy copies it', async ({ page }) => {
  await open(page, 'dataset=moons&steps=50&run=adam,learningRate=0.02');
  const { link } = await raceFacts(page);
  await openShare(page);
  for (const form of ['Link', 'Frame', 'Element', 'Markdown', 'Jupyter', 'Quarto']) {
    await dialog(page).getByRole('radio', { name: form }).check();
    const shown = await text(page).inputValue();
    expect(shown.replaceAll('&amp;', '&')).toContain(link);
    await dialog(page).getByRole('button', { name: 'Copy' }).click();
    await expect(dialog(page).getByRole('status')).toHaveText('Copied.');
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(shown);
  }
});

test('the preview is the frame itself, with the same race and the chosen looks', async ({
  page,
}) => {
  await open(page, 'dataset=moons&steps=50&run=adam,learningRate=0.02');
  const { link } = await raceFacts(page);
  await openShare(page, 'Frame');
  expect((await raceFacts(await preview(page))).link).toBe(link);

  await dialog(page).getByLabel('Colours').selectOption('dark');
  await dialog(page).getByLabel('Height').fill('420');
  await dialog(page).getByLabel('Height').press('Enter');
  await expect(text(page)).toHaveValue(/embed\.html\?theme=dark#.*height="420"/s);
  const frame = await preview(page);
  expect(await frame.evaluate(() => document.documentElement.dataset.theme)).toBe('dark');
  expect(await frame.evaluate(() => innerHeight)).toBe(420);
  expect((await raceFacts(frame)).link).toBe(link);
  await page.keyboard.press('Escape');
  expect(await page.evaluate(() => history.length), 'previews add no entry').toBeLessThanOrEqual(2);
});

test('the pasted frame works in a page of another origin', async ({ page }) => {
  await open(page, 'steps=20&run=sgd');
  const { link } = await raceFacts(page);
  await openShare(page, 'Frame');
  const html = await text(page).inputValue();
  await page.setContent(`<!doctype html><title>A text</title><main>${html}</main>`);
  const frame = await (await page.waitForSelector('iframe')).contentFrame();
  if (!frame) throw new Error('The frame has no content.');
  await until(frame, 'ready');
  expect((await raceFacts(frame)).link).toBe(link);
});

test('the keyboard alone chooses, selects and copies', async ({ page }) => {
  await open(page, 'steps=20&run=sgd');
  const share = page.getByRole('button', { name: 'Share' });
  await share.press('Enter');
  const first = dialog(page).getByRole('radio', { name: 'Link' });
  for (let tabs = 0; tabs < 4 && !(await first.evaluate(isFocused)); tabs++)
    await page.keyboard.press('Tab');
  await expect(first).toBeFocused();
  await page.keyboard.press('ArrowRight');
  await expect(dialog(page).getByRole('radio', { name: 'Frame' })).toBeChecked();
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('Tab');
  await expect(text(page)).toBeFocused();
  const selected = await text(page).evaluate((area: HTMLTextAreaElement) =>
    area.value.slice(area.selectionStart, area.selectionEnd),
  );
  expect(selected).toBe(await text(page).inputValue());
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(dialog(page).getByRole('status')).toHaveText('Copied.');
  await page.keyboard.press('Escape');
  await expect(page.locator('fall-line-share')).toHaveCount(0);
  await expect(share).toBeFocused();
});

const isFocused = (element: Element) =>
  (element.getRootNode() as ShadowRoot).activeElement === element;

test('without a clipboard the text is selected, and the page says so', async ({ page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(navigator, 'clipboard', { value: undefined });
  });
  await open(page, 'steps=20&run=sgd');
  await openShare(page);
  await dialog(page).getByRole('button', { name: 'Copy' }).click();
  await expect(dialog(page).getByRole('status')).toContainText('The text is selected');
  await expect(text(page)).toBeFocused();
});

for (const { colorScheme, width, tag } of looks) {
  test.describe(`${width} pixels, ${colorScheme}`, { ...(tag && { tag }) }, () => {
    test.use({ colorScheme, viewport: { width, height: 800 } });

    test('fits, and axe finds nothing', async ({ page }) => {
      await open(page, 'run=sgd');
      await openShare(page);
      for (const form of ['Link', 'Frame', 'File']) {
        await dialog(page).getByRole('radio', { name: form }).check();
        if (form === 'Frame') await preview(page);
        expect(await violations(page)).toEqual([]);
        const { excess, tiny } = await measure(page);
        expect({ form, excess, tiny }).toEqual({ form, excess: 0, tiny: [] });
        const content = dialog(page).locator('.content');
        expect(await content.evaluate((box) => box.scrollWidth - box.clientWidth)).toBe(0);
        await expect(dialog(page).locator('.primary')).toBeInViewport({ ratio: 1 });
      }
    });
  });
}
