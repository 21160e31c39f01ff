// SPDX-License-Identifier: MIT
import type { Page } from '@playwright/test';
import { violations } from './support/axe.ts';
import { measure } from './support/layout.ts';
import { cardOf, lessons, steps } from './support/lessons.ts';
import { looks } from './support/looks.ts';
import { raceFacts, until } from './support/race.ts';
import { expect, test } from './support/test.ts';

const [first] = lessons;
if (!first) throw new Error('There is no lesson.');
const opening = `${first.id}.1`;

const see = 'See what happens';
const listOf = (page: Page) => page.locator('fall-line-lesson-list');
const openList = (page: Page) => page.getByRole('button', { name: 'Lessons', exact: true }).click();

/** Opens a step and waits until its race can start. */
async function openStep(page: Page, address: string): Promise<void> {
  await page.goto(address);
  await until(page, 'ready');
  await expect(cardOf(page)).toBeVisible();
}

test('a reader with a pointer finishes a lesson, and the page remembers it', async ({ page }) => {
  await page.goto('./');
  await page.getByRole('button', { name: 'Start the lessons' }).click();
  for (const [index, { question, why }] of first.steps.entries()) {
    const card = cardOf(page);
    await expect(card).toContainText(`step ${index + 1} of ${first.steps.length}`);
    await until(page, 'ready');
    await card.getByRole('radio').last().check();
    await card.getByRole('button', { name: see }).click();
    await until(page, 'finished');
    await expect(card.getByRole('status')).toContainText(why);
    await expect(card.getByRole('status')).toContainText(/You predicted|As you predicted/);
    await expect(card.getByRole('group', { name: question.asks })).toBeVisible();
    await expect(card.getByRole('radio').first()).toBeDisabled();
    if (index === 0) {
      await card.getByRole('button', { name: 'Predict again' }).click();
      await expect(card.getByRole('radio').first()).toBeEnabled();
      await expect(card.getByRole('status')).toBeEmpty();
      await card.getByRole('button', { name: see }).click();
      await until(page, 'finished');
    }
    if (index + 1 < first.steps.length) await card.getByRole('button', { name: /^Next/ }).click();
  }
  const finished = listOf(page).getByRole('button', { name: first.title });
  await openList(page);
  await expect(finished).toContainText('✓ finished');
  await page.reload();
  await openList(page);
  await expect(finished).toContainText('✓ finished');
  await listOf(page).getByRole('button', { name: 'Clear progress' }).click();
  await expect(finished).toContainText(`${first.steps.length} steps`);
  expect(await page.evaluate(() => localStorage.getItem('fall-line-lessons'))).toBeNull();
});

test('what a lesson opened is closed for the next, and left to who leaves it', async ({ page }) => {
  await openStep(page, './?lesson=tangent-parabola.1');
  const tangent = page.getByRole('button', { name: /^Tangent/ });
  await expect(tangent).toHaveAttribute('aria-pressed', 'true');
  await openList(page);
  await listOf(page)
    .getByRole('button', { name: /^Zigzag/ })
    .click();
  await expect(tangent).toHaveAttribute('aria-pressed', 'false');
  await openStep(page, './?lesson=tangent-parabola.1');
  await expect(tangent).toHaveAttribute('aria-pressed', 'true');
  await page.getByRole('button', { name: 'Close the lesson' }).click();
  await expect(cardOf(page)).toHaveCount(0);
  await expect(tangent).toHaveAttribute('aria-pressed', 'true');
});

test('the keyboard alone finishes a lesson', async ({ page }) => {
  const focused = () =>
    page.evaluate(() => {
      let element = document.activeElement;
      while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
      const label = element?.closest('label') ?? element;
      return element?.getAttribute('aria-label') ?? label?.textContent?.trim() ?? '';
    });
  const tabTo = async (name: RegExp): Promise<void> => {
    for (let presses = 0; presses < 60; presses++) {
      await page.keyboard.press('Tab');
      if (name.test(await focused())) return;
    }
    throw new Error(`Nothing called ${name} was reached.`);
  };
  await page.goto('./#v=3&steps=20&run=sgd');
  await until(page, 'ready');
  await tabTo(/^Lessons$/);
  await page.keyboard.press('Enter');
  await expect(listOf(page)).toBeVisible();
  await page.keyboard.press('ArrowDown');
  await tabTo(new RegExp(`^${first.title}`));
  await page.keyboard.press('Enter');
  for (const { why, text } of first.steps) {
    // The focus goes to the heading of a step once that is drawn.
    await expect(cardOf(page).locator('.text')).toHaveText(text);
    await expect(cardOf(page).getByRole('heading')).toBeFocused();
    await until(page, 'ready');
    await expect(cardOf(page).getByRole('button', { name: /^Look at / })).toBeVisible();
    await tabTo(/^Look at /);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Space');
    await expect(cardOf(page).getByRole('radio').first()).toBeChecked();
    await tabTo(/^See what happens$/);
    await page.keyboard.press('Enter');
    await until(page, 'finished');
    await expect(cardOf(page).getByRole('status')).toContainText(why);
    await expect(cardOf(page).getByRole('button', { name: 'Predict again' })).toBeFocused();
    await tabTo(/^Next/);
    await page.keyboard.press('Enter');
  }
  await openList(page);
  await expect(listOf(page).getByRole('button', { name: first.title })).toContainText('✓ finished');
});

test('every step points out its part of the page, and one at a time', async ({ page }) => {
  await openStep(page, `./#lesson=${opening}`);
  for (const { id, step } of steps) {
    await page.evaluate((hash) => (location.hash = hash), `lesson=${id}`);
    await expect(cardOf(page).locator('.text')).toHaveText(step.text);
    await expect(page.locator('[data-look]'), id).toHaveCount(1);
    await expect(cardOf(page).getByRole('button', { name: /^Look at / })).toBeVisible();
  }
});

test('the way to the part leads there, without smooth scrolling if motion is reduced', async ({
  page,
}) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.setViewportSize({ width: 375, height: 667 });
  await openStep(page, `./#lesson=${opening}`);
  await page.evaluate(() => {
    const { scrollIntoView } = Element.prototype;
    Element.prototype.scrollIntoView = function (options) {
      document.body.dataset.scrolled = typeof options === 'object' ? options.behavior : '';
      scrollIntoView.call(this, options);
    };
  });
  await cardOf(page)
    .getByRole('button', { name: /^Look at / })
    .click();
  await expect(page.locator('[data-look]')).toBeFocused();
  await expect(page.locator('[data-look]')).toBeInViewport();
  expect(await page.evaluate(() => document.body.dataset.scrolled)).toBe('auto');
  expect(await raceFacts(page)).toMatchObject({ state: 'ready', at: 0 });
});

test('a step has a link, which the page keeps while the reader goes on', async ({ page }) => {
  await openStep(page, `./?lesson=${opening}`);
  await expect(cardOf(page).locator('.text')).toHaveText(first.steps[0]?.text ?? '');
  await cardOf(page).getByRole('button', { name: /^Next/ }).click();
  await expect(page).toHaveURL(new RegExp(`#v=3&lesson=${first.id}.2&`));
  await page.reload();
  await expect(cardOf(page).locator('.text')).toHaveText(first.steps[1]?.text ?? '');
  expect((await raceFacts(page)).link).toContain(`lesson=${first.id}.2&`);
  await page.goBack();
  await expect(cardOf(page).locator('.text')).toHaveText(first.steps[0]?.text ?? '');
});

test('a changed race says so and can be restored, but another start is as good', async ({
  page,
}) => {
  await openStep(page, `./#lesson=${opening}`);
  const changed = cardOf(page).getByText('You have changed this race');
  await page.getByRole('textbox', { name: 'Start, x' }).fill('2');
  await page.getByRole('textbox', { name: 'Start, x' }).press('Enter');
  await until(page, 'ready');
  await expect(cardOf(page).getByRole('radio').first()).toBeVisible();
  await page.getByRole('textbox', { name: 'Ends after' }).fill('7');
  await page.getByRole('textbox', { name: 'Ends after' }).press('Enter');
  await expect(changed).toBeVisible();
  await expect(cardOf(page).getByRole('radio')).toHaveCount(0);
  await page.getByRole('button', { name: 'Restore the step' }).click();
  await expect(changed).toBeHidden();
  await expect(page.getByRole('textbox', { name: 'Start, x' })).toHaveValue('4');
  await page.getByRole('button', { name: 'Close the lesson' }).click();
  await expect(cardOf(page)).toHaveCount(0);
  expect((await raceFacts(page)).link).not.toContain('lesson');
});

for (const { colorScheme, width, tag } of looks) {
  test.describe(`${colorScheme}, ${width} pixels`, { tag }, () => {
    test.use({ colorScheme, viewport: { width, height: 667 } });

    test('a lesson fits, axe finds nothing, and the picture is in view', async ({ page }) => {
      await openStep(page, `./#lesson=${opening}`);
      expect(await measure(page)).toEqual({ excess: 0, overlaps: [], tiny: [] });
      expect(await violations(page)).toEqual([]);
      await cardOf(page).getByRole('radio').first().check();
      await cardOf(page).getByRole('button', { name: see }).click();
      await until(page, 'running');
      await expect(page.locator('[data-look]')).toBeInViewport({ ratio: 0.25 });
      await until(page, 'finished');
      await expect(cardOf(page).getByRole('status')).toContainText(first.steps[0]?.why ?? '');
      expect(await measure(page)).toEqual({ excess: 0, overlaps: [], tiny: [] });
      expect(await violations(page)).toEqual([]);
      await openList(page);
      await expect(listOf(page)).toBeVisible();
      expect(await violations(page)).toEqual([]);
    });
  });
}

test('a step in a sandboxed frame is alone, and needs no storage', async ({ page }) => {
  const step = await page.context().newPage();
  await step.goto('./');
  const address = new URL(`./embed.html?lesson=${opening}`, step.url()).href;
  await step.close();
  await page.setContent(
    `<!doctype html><title>A text</title><iframe title="A step" sandbox="allow-scripts" width="640"
      height="600" src="${address}"></iframe>`,
  );
  const frame = await (await page.waitForSelector('iframe')).contentFrame();
  if (!frame) throw new Error('The frame has no content.');
  await until(frame, 'ready');
  const card = cardOf(frame);
  await expect(card.getByRole('button', { name: 'Next' })).toHaveCount(0);
  await expect(card.getByRole('button', { name: 'Close the lesson' })).toHaveCount(0);
  await expect(frame.locator('[data-look]')).toHaveCount(1);
  await card.getByRole('radio').first().check();
  await card.getByRole('button', { name: see }).click();
  await until(frame, 'finished');
  await expect(card.getByRole('status')).toContainText(first.steps[0]?.why ?? '');
  expect(await measure(frame)).toEqual({ excess: 0, overlaps: [], tiny: [] });
  expect(await violations(frame)).toEqual([]);
});

for (const width of [320, 375, 720])
  test(`what a framed step shows is large enough to be read at ${width} pixels`, async ({
    page,
  }) => {
    await page.setViewportSize({ width, height: 480 });
    await page.goto(`./embed.html?lesson=${opening}`);
    await until(page, 'ready');
    const heightOf = async (picture: string) =>
      (await page.locator(picture).boundingBox())?.height ?? 0;
    await expect.poll(() => heightOf('fall-line-contours')).toBeGreaterThanOrEqual(200);
    await expect.poll(() => heightOf('fall-line-loss-chart')).toBeGreaterThanOrEqual(150);
    expect(await measure(page)).toEqual({ excess: 0, overlaps: [], tiny: [] });
  });

test('a frame with an old link to an example, or with hide=lesson, has no card', async ({
  page,
}) => {
  for (const address of [
    './embed.html#v=3&example=slope&surface=quadratic-bowl&steps=40&run=sgd,learningRate=1',
    `./embed.html?hide=lesson#lesson=${opening}`,
  ]) {
    await page.goto('about:blank');
    await page.goto(address);
    await until(page, 'ready');
    await expect(page.locator('fall-line-surface-card')).toBeVisible();
    await expect(cardOf(page)).toHaveCount(0);
    await expect(page.locator('fall-line-notices')).toHaveCount(0);
  }
});
