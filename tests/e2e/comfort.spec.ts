// SPDX-License-Identifier: MIT
import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { expect, test } from './support/test.ts';
import { finish, open, play, unfoldProblem, until, untilAt } from './support/race.ts';

const chartTop = async (page: Page) => {
  const box = await page.getByRole('img', { name: /racers? by/ }).boundingBox();
  return box?.y;
};

for (const width of [1280, 1360, 1600, 375]) {
  test(`the chart keeps its place, whatever it shows: ${width} pixels`, async ({ page }) => {
    await page.setViewportSize({ width, height: 800 });
    await open(page, 'speed=max&steps=50');
    await finish(page);
    const top = await chartTop(page);
    for (const show of ['train', 'both', 'learning rate', 'test']) {
      if (width > 719)
        await page
          .getByRole('group', { name: 'What is drawn' })
          .getByRole('button', { name: show })
          .click();
      else
        await page.getByRole('combobox', { name: 'What is drawn' }).selectOption({ label: show });
      expect(await chartTop(page)).toBe(top);
    }
    const title = page.locator('fall-line-chart-card h2');
    expect((await title.boundingBox())?.height).toBeLessThan(24);
  });
}

for (const width of [1280, 900, 375]) {
  test(`help does not cover the next controls: ${width} pixels`, async ({ page }) => {
    await page.setViewportSize({ width, height: 900 });
    await open(page, 'speed=max&steps=50&run=adam');
    await unfoldProblem(page);
    await page.locator('fall-line-racer').getByRole('button').first().click();
    await expect(page.locator('fall-line-racer fall-line-setting').first()).toBeVisible();
    const covered = await page.evaluate(async () => {
      const found: string[] = [];
      const all = (root: ParentNode): Element[] =>
        [...root.querySelectorAll('*')].flatMap((element) => [
          element,
          ...(element.shadowRoot ? all(element.shadowRoot) : []),
        ]);
      const settings = all(document).filter(({ localName }) => localName === 'fall-line-setting');
      for (const [at, setting] of settings.entries()) {
        const root = setting.shadowRoot as ShadowRoot;
        const field = root.querySelector<HTMLElement>('input, select');
        if (!field?.checkVisibility()) continue;
        field.focus();
        await new Promise((drawn) => requestAnimationFrame(drawn));
        const doc = root.querySelector('.doc')?.getBoundingClientRect();
        for (const next of settings.slice(at + 1)) {
          const box = next.getBoundingClientRect();
          if (!doc || box.height === 0) continue;
          const across = Math.min(doc.right, box.right) - Math.max(doc.left, box.left);
          const down = Math.min(doc.bottom, box.bottom) - Math.max(doc.top, box.top);
          if (across > 1 && down > 1) found.push(`${field.ariaLabel ?? field.id} ${at}`);
        }
      }
      return found;
    });
    expect(covered).toEqual([]);
  });
}

for (const [width, height] of [
  [340, 215],
  [320, 256],
] as const) {
  test(`magnified fourfold, half of the window has content: ${width} x ${height}`, async ({
    page,
  }) => {
    await page.setViewportSize({ width, height });
    await open(page, 'speed=250&steps=100000&run=adam');
    await play(page);
    await untilAt(page, 2);
    await page.mouse.wheel(0, 400);
    await page.waitForTimeout(200);
    const taken = await page.evaluate(() => {
      const all = (root: ParentNode): Element[] =>
        [...root.querySelectorAll('*')].flatMap((element) => [
          element,
          ...(element.shadowRoot ? all(element.shadowRoot) : []),
        ]);
      const still = all(document).filter((element) =>
        ['fixed', 'sticky'].includes(getComputedStyle(element).position),
      );
      return still
        .filter(
          (element) => element.checkVisibility() && getComputedStyle(element).clipPath === 'none',
        )
        .map((element) => element.getBoundingClientRect())
        .filter((box) => box.width > innerWidth / 2)
        .map((box) => Math.max(0, Math.min(innerHeight, box.bottom) - Math.max(0, box.top)))
        .reduce((sum, rows) => sum + rows, 0);
    });
    expect(taken).toBeGreaterThan(20);
    expect(taken).toBeLessThan(height / 2);
    const { scrollWidth, clientWidth } = await page.evaluate(() => document.documentElement);
    expect(scrollWidth).toBe(clientWidth);
  });
}

test('on a phone the problem is as easy to reach as the racers', async ({ page }) => {
  await page.setViewportSize({ width: 375, height: 740 });
  await open(page, 'run=sgd&run=adam');
  const fold = page.locator('summary').filter({ hasText: 'Problem' });
  await expect(fold).toBeInViewport();
  await expect(fold).toHaveText(/Problem\s+Spiral, hidden layers of 8 and 8 units/);
  await fold.click();
  await page.getByRole('radio', { name: 'Moons' }).check();
  await expect(fold).toHaveText(/Moons/);
});

test('the tab order follows the layout, and there are skip links', async ({ page }) => {
  await open(page, 'run=sgd');
  const here = () =>
    page.evaluate(() => {
      let element = document.activeElement;
      while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
      const box = element?.getBoundingClientRect();
      return {
        name: element?.getAttribute('aria-label') ?? element?.textContent?.trim(),
        left: box?.left ?? 0,
      };
    });
  await page.keyboard.press('Tab');
  expect((await here()).name).toBe('Skip to the race');
  await page.keyboard.press('Enter');
  expect((await here()).name).toBe('Race');
  await page.keyboard.press('Shift+Tab');
  // From left to right: the problem, then the race, then the racers.
  await page.reload();
  const lefts: number[] = [];
  for (let presses = 0; presses < 70; presses++) {
    await page.keyboard.press('Tab');
    const { left, name } = await here();
    if (!/Skip|Undo|Redo|Play|Restart|One|Speed|Lessons|Share|Light|Language/.test(name ?? ''))
      lefts.push(left);
  }
  const columns = lefts.map((left) => (left < 290 ? 0 : left < 950 ? 1 : 2));
  const inOrder = columns.filter((column, at) => at > 0 && column < (columns[at - 1] ?? 0));
  // The order returns from the last column to the first only once, at the end of the page.
  expect(inOrder.length).toBeLessThanOrEqual(1);
});

test('rules that overfit early are compared by their training loss, with the reason', async ({
  page,
}) => {
  await page.goto('./#v=3&dataset=circles&steps=60&speed=max&batchSize=full&run=bfgs&run=adam');
  await until(page, 'ready');
  await finish(page);
  await expect(page.locator('fall-line-chart-card h2')).toHaveText('Training loss');
  await expect(page.getByRole('columnheader', { name: 'Training loss' })).toBeVisible();
  await expect(page.getByText(/overfits early/)).toBeVisible();
  await page
    .getByRole('group', { name: 'What is drawn' })
    .getByRole('button', { name: 'test' })
    .click();
  await expect(page.getByRole('columnheader', { name: 'Test loss' })).toBeVisible();
  await expect(page.getByText(/overfits early/)).toBeHidden();
});

test('a device that cannot keep the chosen speed says how fast it is', async ({ page }) => {
  await page.goto('./#v=3&dataset=digits-28&hidden=512,512&speed=5000&run=adam');
  await until(page, 'ready');
  await play(page);
  await expect(page.getByText(/steps a second: as fast as this device/)).toBeVisible({
    timeout: 30_000,
  });
  await page.getByRole('button', { name: 'Pause' }).click();
  await expect(page.getByText(/steps a second: as fast as this device/)).toBeHidden();
});

test('the description of the chart follows the running race', async ({ page }) => {
  await open(page, 'speed=250&steps=100000&run=adam');
  await play(page);
  const chart = page.getByRole('img', { name: /racers? by/ });
  const ways = async () =>
    /Adam: ([\d.e-]+) to ([\d.e-]+)/.exec((await chart.getAttribute('aria-label')) ?? '');
  await expect
    .poll(
      async () => {
        const [, from, to] = (await ways()) ?? [];
        return from !== to;
      },
      { timeout: 20_000 },
    )
    .toBe(true);
});

test('the numbers of the chart can be kept as a file', async ({ page }) => {
  await open(page, 'speed=max&steps=50&run=sgd');
  await finish(page);
  await page.getByText('Show the numbers as a table').click();
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Download all numbers' }).click();
  const file = await download;
  expect(file.suggestedFilename()).toBe('fall-line-sgd-spiral-curves.csv');
  const [header, start] = (await readFile(await file.path(), 'utf8')).split('\r\n');
  expect(header).toMatch(/^racer,step,.*,trainLoss,/);
  expect(start).toMatch(/^SGD,0,/);
});

for (const [link, meaning] of [
  [
    'dataset=spiral',
    'The background is the predicted class, paler where the network is less sure.',
  ],
  ['dataset=sine', 'The line is what the network predicts.'],
  ['dataset=digits-12&samples=200', 'Rows are true classes and columns predicted ones.'],
  ['surface=himmelblau', 'A cross marks a minimum, with a ring around the lowest.'],
  ['surface=monkey-saddle', 'A line joins points of equal value, and lower ground is darker.'],
] as const) {
  test(`a picture says what it shows: ${link}`, async ({ page }) => {
    await open(page, `speed=max&steps=20&${link}`);
    await expect(page.getByText(meaning)).toBeVisible();
  });
}
