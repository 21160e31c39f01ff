// SPDX-License-Identifier: MIT
// What a frame shows, what is locked in it, and how it fits.
import type { Page } from '@playwright/test';
import { measure } from './support/layout.ts';
import { violations } from './support/axe.ts';
import { finish, raceFacts, until } from './support/race.ts';
import { expect, test } from './support/test.ts';

const network = 'v=3&speed=max&steps=40&run=sgd,learningRate=0.1&run=adam,learningRate=0.01';
const surface = `v=3&surface=narrow-valley&${network.slice(4)}`;

async function open(page: Page, looks: string, link = network): Promise<void> {
  await page.goto(`./embed.html?${looks}#${link}`);
  await until(page, 'ready');
}

for (const [width, height] of [
  [320, 480],
  [375, 480],
  [704, 480],
  [720, 300],
  [1280, 480],
] as const) {
  test(`a frame of ${width} x ${height} needs no scroll bar`, async ({ page }) => {
    await page.setViewportSize({ width, height });
    for (const [link, looks] of [
      [network, ''],
      [surface, ''],
      [`${network}&dataset=digits-12`, ''],
      [network, 'hide=chart'],
      [surface, 'hide=chart'],
    ] as const) {
      await page.goto('about:blank');
      await open(page, looks, link);
      await finish(page);
      expect(
        await page.evaluate(() => document.documentElement.scrollHeight - innerHeight),
        link,
      ).toBeLessThanOrEqual(0);
      expect(await measure(page), link).toEqual({ excess: 0, overlaps: [], tiny: [] });
    }
  });
}

test('in a frame of the usual height the chart has most of it, beside the pictures', async ({
  page,
}) => {
  await page.setViewportSize({ width: 704, height: 480 });
  await open(page, '');
  const heightOf = async (name: string) => (await page.locator(name).boundingBox())?.height ?? 0;
  expect(await heightOf('fall-line-loss-chart')).toBeGreaterThan(240);
  expect(await heightOf('fall-line-pictures')).toBeGreaterThan(240);
});

for (const [what, link, selector, least] of [
  ['a surface', surface, 'fall-line-contours', 640],
  ['the pictures of two racers', network, 'fall-line-racer-picture:last-of-type', 560],
] as const) {
  test(`without a chart, ${what} may take its place`, async ({ page }) => {
    await page.setViewportSize({ width: 704, height: 480 });
    await open(page, 'hide=chart', link);
    const box = await page.locator(selector).boundingBox();
    expect((box?.x ?? 0) + (box?.width ?? 0)).toBeGreaterThan(least);
    expect(box?.height).toBeGreaterThan(280);
  });
}

test('the chart takes the height that a frame has', async ({ page }) => {
  const chart = page.locator('fall-line-loss-chart');
  const heights: number[] = [];
  await page.setViewportSize({ width: 640, height: 480 });
  await open(page, 'show=transport,chart');
  for (const height of [480, 700, 360]) {
    await page.setViewportSize({ width: 640, height });
    await expect
      .poll(() => page.evaluate(() => document.documentElement.scrollHeight))
      .toBe(height);
    heights.push((await chart.boundingBox())?.height ?? 0);
  }
  const [usual = 0, high = 0, low = 0] = heights;
  expect(high - usual).toBe(220);
  expect(low).toBeLessThan(usual);
});

test('in a frame of 200 pixels no choice is cut', async ({ page }) => {
  await page.setViewportSize({ width: 200, height: 700 });
  for (const link of [network, surface]) {
    await page.goto('about:blank');
    await open(page, 'show=transport,chart,pictures,surface,learningRate', link);
    const selects = page.locator('select:visible');
    await expect(selects).not.toHaveCount(0);
    const cut = await selects.evaluateAll((all) =>
      all
        .filter((select) => {
          const { width, right } = select.getBoundingClientRect();
          select.style.cssText = 'flex: none; width: max-content';
          const needed = select.getBoundingClientRect().width;
          select.style.cssText = '';
          return width < needed - 1 || right > innerWidth;
        })
        .map((select) => select.getAttribute('aria-label')),
    );
    expect(cut, link).toEqual([]);
    expect(await measure(page), link).toEqual({ excess: 0, overlaps: [], tiny: [] });
  }
});

test('what hides the previous race leaves the words beside it in a line', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 480 });
  for (const link of [network, surface]) {
    await page.goto('about:blank');
    await open(page, '', link);
    await finish(page);
    await page.getByRole('button', { name: 'Restart from the same weights' }).click();
    await expect(page.getByRole('button', { name: 'Hide the previous race' })).toBeVisible();
    const { height = 0 } = (await page.locator('summary').boundingBox()) ?? {};
    expect(height).toBeLessThan(45);
    expect(await measure(page), link).toEqual({ excess: 0, overlaps: [], tiny: [] });
  }
});

test('an author chooses the parts and single settings', async ({ page }) => {
  await open(page, 'show=chart,learningRate,2.learningRate');
  await expect(page.locator('fall-line-chart-card')).toBeVisible();
  await expect(page.locator('fall-line-transport, fall-line-pictures')).toHaveCount(0);
  const boxes = page.getByRole('textbox', { name: 'Learning rate' });
  await expect(boxes).toHaveCount(2);
  await expect(boxes.nth(1)).toHaveValue('0.01');
  await boxes.nth(0).fill('0.2');
  await boxes.nth(0).press('Enter');
  const rates = async () =>
    (await raceFacts(page)).settings.racers.map(({ optimizer }) => optimizer.values.learningRate);
  await expect.poll(rates).toEqual([0.2, 0.01]);
  expect(await violations(page)).toEqual([]);
});

test('locked controls are seen, and say why they do nothing', async ({ page }) => {
  await open(
    page,
    'show=transport,surface,learningRate&lock=transport,surface,learningRate',
    surface,
  );
  const why = 'The author of this page has locked this.';
  for (const control of [
    page.getByRole('button', { name: 'Play' }),
    page.getByRole('button', { name: 'One step' }),
    page.getByRole('button', { name: 'Tangent' }),
    page.getByRole('slider', { name: 'Learning rate' }),
  ]) {
    await expect(control).toBeVisible();
    await expect(control).toBeDisabled();
    await expect(control).toHaveAttribute('title', why);
  }
  await expect(page.locator('fall-line-start-handle')).toHaveCount(0);
});

test('all cards of the page can be in a frame', async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 800 });
  await open(page, 'ui=full');
  await expect(page.locator('fall-line-app fall-line-racers')).toBeVisible();
  await page.goto('about:blank');
  await open(page, 'show=chart,network,instruments,controls&lock=controls');
  for (const part of ['network-card', 'instruments', 'racers', 'race-panel'])
    await expect(page.locator(`fall-line-${part}`)).toBeVisible();
  const controls = page.locator('fall-line-figure-controls');
  await expect(controls.getByTitle('The author of this page has locked this.')).toBeVisible();
  await expect(controls.locator('section')).toHaveAttribute('inert', '');
});

test('an unknown part gives a notice, and leaves no frame empty', async ({ page }) => {
  await open(page, 'show=charts');
  const notices = page.getByRole('region', { name: 'About this link' });
  await expect(notices).toContainText('show=charts must be transport or chart or pictures');
  await expect(notices).toContainText('Did you mean chart?');
  await expect(page.locator('fall-line-pictures')).toBeVisible();
  await expect(page.locator('fall-line-chosen-settings')).toHaveCount(0);
});

test('a link leads to the playground with the same race', async ({ page, context }) => {
  await open(page, '');
  const [opened] = await Promise.all([
    context.waitForEvent('page'),
    page.getByRole('link', { name: 'Open in the playground' }).click(),
  ]);
  await until(opened, 'ready');
  expect((await raceFacts(opened)).link).toBe((await raceFacts(page)).link);
});
