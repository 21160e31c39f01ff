// SPDX-License-Identifier: MIT
// A change of a setting is answered with the whole race, also before anybody has pressed Play.
import type { Locator, Page } from '@playwright/test';
import { expect, test } from './support/test.ts';
import {
  curves,
  finish,
  open as openLink,
  raceFacts,
  racers,
  until,
  type Where,
} from './support/race.ts';

const link = 'speed=max&steps=300&run=sgd&run=adam';

/** Opens a link and waits for the script that answers. Until it is loaded, changes restart the race. */
async function open(page: Page, to: string): Promise<void> {
  await openLink(page, to);
  await page.evaluate(async () => {
    await document.querySelector('fall-line-app')?.playground.loadDeferred();
  });
}

/**
 * How far the race is that the page shows, and whether it was run for an answer. A race that was not played
 * is shown with its former settings first, as what an answer is compared with, and that is no answer yet.
 */
function shown(where: Where) {
  return where.evaluate(() => {
    const root = document.querySelector('fall-line-app, fall-line-figure');
    const { race, settings } = (root as HTMLElementTagNameMap['fall-line-app']).playground;
    const { state, answers, at, limit, racers } = race;
    const isNewest = racers.every((racer) => settings.racers.includes(racer.settings));
    return { answers, isWhole: isNewest && state === 'finished' && at >= limit };
  });
}

const wholeAnswer = (where: Where) =>
  expect
    .poll(async () => (await shown(where)).isWhole && (await shown(where)).answers > 0)
    .toBe(true);

/** The rate of the first racer, in its open card. */
async function openRate(page: Page): Promise<{ slider: Locator; box: Locator }> {
  const card = page.locator('fall-line-racer').first();
  await card.getByRole('button').first().click();
  const slider = card.getByRole('slider', { name: /^Learning rate/ });
  await slider.scrollIntoViewIfNeeded();
  return { slider, box: card.getByRole('textbox', { name: 'Learning rate' }) };
}

/** Presses the pointer on a slider, and returns a function that moves it to a share of its width. */
async function grasp(page: Page, slider: Locator, share: number) {
  // What is found about a race that rests moves the slider.
  await page.waitForFunction(() => {
    const race = document.querySelector('fall-line-app')?.playground.race;
    return race?.at === 0 || race?.racers.every(({ findings }) => findings !== undefined);
  });
  const { x = 0, y = 0, width = 0, height = 0 } = (await slider.boundingBox()) ?? {};
  await page.mouse.move(x + width * share, y + height / 2);
  await page.mouse.down();
  const to = (at: number) => page.mouse.move(x + width * at, y + height / 2, { steps: 4 });
  return to;
}

/** The curves of the ghosts. */
function ghosts(page: Page): Promise<number[][]> {
  return page.evaluate(() => {
    const race = document.querySelector('fall-line-app')?.playground.race;
    return race?.ghosts.map(({ curve }) => [...curve.column('testLoss')]) ?? [];
  });
}

const losses = async (page: Page) => (await curves(page)).map(({ testLoss }) => testLoss);

test('a dragged rate shows the whole race without Play, beside the race before it', async ({
  page,
}) => {
  await open(page, link);
  const { slider } = await openRate(page);
  const move = await grasp(page, slider, 0.3);
  await move(0.4);
  await wholeAnswer(page);
  const early = await losses(page);
  await move(0.7);
  await expect.poll(() => losses(page)).not.toEqual(early);
  await wholeAnswer(page);
  const [sgd, adam] = await racers(page);
  expect([sgd?.step, adam?.step]).toEqual([300, 300]);
  expect((await losses(page))[1]).toEqual(early[1]);
  const before = await ghosts(page);
  expect(before).toHaveLength(1);
  await page.mouse.up();
  // The last change of a drag may still be on its way.
  await page.waitForFunction(
    () => document.querySelector('fall-line-app')?.playground.isHeld === false,
  );
  await wholeAnswer(page);
  const last = await curves(page);
  expect(await ghosts(page)).toEqual(before);

  // Play shows the same race from its beginning, beside the same ghosts.
  await page.getByRole('button', { name: 'Play' }).click();
  await expect.poll(async () => (await shown(page)).answers).toBe(0);
  await until(page, 'finished');
  expect(await curves(page)).toEqual(last);
  expect(await ghosts(page)).toEqual(before);
});

test('keys and number boxes are answered too', async ({ page }) => {
  await open(page, link);
  const { slider, box } = await openRate(page);
  await slider.focus();
  await page.keyboard.press('ArrowRight');
  await wholeAnswer(page);
  const first = await losses(page);
  await box.fill('0.01');
  await box.press('Enter');
  await expect.poll(() => losses(page)).not.toEqual(first);
  await wholeAnswer(page);
  const second = await losses(page);
  await page.getByRole('button', { name: 'New start' }).click();
  await expect.poll(async () => (await losses(page))[1]).not.toEqual(second[1]);
  await wholeAnswer(page);
  await page.getByRole('textbox', { name: 'Units of layer 1' }).fill('3');
  const third = await losses(page);
  await page.getByRole('textbox', { name: 'Units of layer 1' }).press('Enter');
  await expect.poll(() => losses(page)).not.toEqual(third);
  await wholeAnswer(page);
});

test('the paths on a surface follow the start, in a frame too', async ({ page }) => {
  await page.goto(
    './embed.html#v=1&surface=narrow-valley&steps=200&speed=max&run=sgd,learningRate=0.01',
  );
  await until(page, 'ready');
  const handle = page.getByRole('button', { name: /^Start at/ });
  const { x, y, width, height } = (await handle.boundingBox()) ?? {
    x: 0,
    y: 0,
    width: 0,
    height: 0,
  };
  await page.mouse.move(x + width / 2, y + height / 2);
  await page.mouse.down();
  const path = () =>
    page.evaluate(() => {
      const playground = document.querySelector('fall-line-figure')?.playground;
      const racer = playground?.race.racers[0];
      return {
        start: playground?.settings.surface?.start,
        first: racer?.path.point(0),
        points: racer?.path.length,
      };
    });
  for (const [across, down] of [
    [-30, 10],
    [-60, -20],
  ] as const) {
    await page.mouse.move(x + width / 2 + across, y + height / 2 + down, { steps: 3 });
    await expect.poll(async () => (await path()).points).toBe(201);
    await expect.poll(async () => (await path()).first).toEqual((await path()).start);
  }
  await page.mouse.up();
  await handle.press('ArrowUp');
  await expect.poll(async () => (await path()).first).toEqual((await path()).start);
  await wholeAnswer(page);
});

test('a drag is undone at once, and the old curves are back to the last bit', async ({ page }) => {
  await open(page, link);
  await finish(page);
  const before = await curves(page);
  const { link: address } = await raceFacts(page);
  const { slider } = await openRate(page);
  const move = await grasp(page, slider, 0.2);
  await move(0.5);
  // Longer than presses of a key may be apart to count as one change.
  await page.waitForTimeout(1200);
  await move(0.8);
  await page.mouse.up();
  await expect.poll(() => curves(page)).not.toEqual(before);
  await wholeAnswer(page);
  const after = await curves(page);
  await page.keyboard.press('Control+z');
  await expect.poll(() => curves(page)).toEqual(before);
  expect((await raceFacts(page)).link).toBe(address);
  await page.keyboard.press('Control+Shift+Z');
  await expect.poll(() => curves(page)).toEqual(after);
});

test('a refused value leaves the last curves, and its control says why', async ({ page }) => {
  await open(page, link);
  const { slider, box } = await openRate(page);
  await slider.press('ArrowRight');
  await wholeAnswer(page);
  const good = await curves(page);
  await box.fill('1e39');
  await box.press('Enter');
  const alert = page.locator('fall-line-racer').first().getByRole('alert');
  await expect(alert).toHaveText(/^Learning rate must be at most .*It is 1e\+39\.$/);
  expect(await curves(page)).toEqual(good);
  await box.fill('0.2');
  await box.press('Enter');
  await expect(alert).toHaveCount(0);
  await expect.poll(() => curves(page)).not.toEqual(good);
});

test('a race that does not fit is shown as far as it is, said, and goes on', async ({ page }) => {
  await open(page, 'speed=max&steps=1000000000&run=sgd&run=adam');
  const { slider } = await openRate(page);
  const move = await grasp(page, slider, 0.3);
  await move(0.4);
  const note = page.getByText(/^Shows the first [\d,]+ of 1,000,000,000 steps while you drag\.$/);
  await expect(note).toBeVisible();
  await page.mouse.up();
  await expect(note).toBeHidden();
  const { at } = await raceFacts(page);
  await expect.poll(async () => (await raceFacts(page)).at).toBeGreaterThan(at);
  await page.getByRole('button', { name: 'Pause' }).click();
  await until(page, 'paused');
});

test('the result is announced once, after the release', async ({ page }) => {
  await open(page, link);
  const { slider } = await openRate(page);
  const status = page.locator('fall-line-status').getByRole('status');
  await expect(status).toHaveText('');
  const move = await grasp(page, slider, 0.2);
  for (const share of [0.3, 0.5, 0.7]) {
    await move(share);
    await page.waitForTimeout(700);
  }
  expect(await status.textContent()).toBe('');
  await page.mouse.up();
  await expect(status).toHaveText(/^New result: \S+ \d/);
});
