// SPDX-License-Identifier: MIT
import type { Page } from '@playwright/test';
import { violations } from './support/axe.ts';
import { measure } from './support/layout.ts';
import { looks } from './support/looks.ts';
import {
  finish,
  open,
  play,
  raceFacts,
  racers,
  until,
  untilAt,
  type Where,
} from './support/race.ts';
import { expect, test } from './support/test.ts';

const valley = 'surface=narrow-valley&run=sgd,learningRate=0.01&run=momentum,learningRate=0.01';

/** The paths of all racers. */
function paths(where: Where) {
  return where.evaluate(() => {
    const root = document.querySelector('fall-line-app, fall-line-figure');
    const { race } = (root as HTMLElementTagNameMap['fall-line-app']).playground;
    return race.racers.map(({ path }) => ({
      step: [...path.column('step')],
      x: [...path.column('x')],
      y: [...path.column('y')],
    }));
  });
}

const startOf = async (page: Page) => (await raceFacts(page)).settings.surface?.start;

/** Whether the picture has a pixel in the first racer's colour. */
function showsPath(page: Page): Promise<boolean> {
  return page.getByRole('img', { name: /^Contours/ }).evaluate((element) => {
    const canvas = element as HTMLCanvasElement;
    const hex = getComputedStyle(canvas).getPropertyValue('--racer-0').trim().slice(1);
    const colour = [0, 2, 4].map((at) => Number.parseInt(hex.slice(at, at + 2), 16)).join();
    const { width, height } = canvas;
    const pixels = canvas.getContext('2d')?.getImageData(0, 0, width, height).data ?? [];
    for (let pixel = 0; pixel < width * height; pixel++) {
      if (pixels.slice(4 * pixel, 4 * pixel + 3).join() === colour) return true;
    }
    return false;
  });
}

test('data and surface each keep their race when the reader switches', async ({ page }) => {
  await open(page, 'speed=max&steps=300&dataset=moons&run=adam');
  const before = (await raceFacts(page)).link;
  await page.getByRole('button', { name: 'Surface', exact: true }).click();
  await expect(page.getByRole('img', { name: /^Contours of Rosenbrock/ })).toBeVisible();
  await until(page, 'ready');
  await expect(page.getByRole('combobox', { name: 'Activation' })).toBeHidden();
  await expect(page.getByRole('button', { name: 'New data' })).toBeHidden();
  await finish(page);
  const facts = await racers(page);
  expect(facts).toHaveLength(4);
  for (const { curve } of facts) {
    expect(curve.trainLoss.at(-1)).toBeLessThan((curve.trainLoss[0] ?? 0) / 10);
  }
  expect((await paths(page)).map(({ step }) => step.length)).toEqual([2001, 2001, 2001, 2001]);
  await expect.poll(() => showsPath(page)).toBe(true);
  await expect(page.getByRole('region', { name: 'Results' })).toContainText('At x, y');
  await page.getByRole('radio', { name: 'Beale' }).check();
  await expect.poll(async () => (await raceFacts(page)).link).toContain('surface=beale');
  expect((await raceFacts(page)).link).not.toContain('run=');
  await page.getByRole('button', { name: 'Network', exact: true }).click();
  await expect.poll(async () => (await raceFacts(page)).link).toBe(before);
  await page.getByRole('button', { name: 'Surface', exact: true }).click();
  await expect.poll(async () => (await raceFacts(page)).link).toContain('surface=beale');
});

test('numbers, a click, arrow keys, and a drag set the start, which is in the link', async ({
  page,
}) => {
  await open(page, valley);
  await page.getByRole('textbox', { name: 'Start, x' }).fill('-1.5');
  await page.getByRole('textbox', { name: 'Start, x' }).press('Enter');
  await expect.poll(() => startOf(page)).toEqual([-1.5, 0.5]);
  await page.getByRole('textbox', { name: 'Start, y' }).fill('1e9');
  await page.getByRole('textbox', { name: 'Start, y' }).press('Enter');
  await expect(page.getByRole('alert')).toHaveText(
    /^y: Enter a number from -[\d,e]+ to [\d,e]+\.$/,
  );

  const handle = page.getByRole('button', { name: /^Start at -1.5, 0.5\. Arrow keys move it\./ });
  await handle.focus();
  await page.keyboard.press('Shift+ArrowRight');
  const moved = (await startOf(page)) ?? [0, 0];
  expect(moved[0]).toBeGreaterThan(-1.5);
  expect(moved[1]).toBe(0.5);
  await expect(page.locator('fall-line-start-handle').getByRole('status')).toHaveText(
    `Start at ${moved[0]}, 0.5`,
  );

  const picture = page.getByRole('img', { name: /^Contours/ });
  const box = (await picture.boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 };
  await picture.click({ position: { x: box.width / 2 + 40, y: box.height / 2 } });
  await expect.poll(async () => (await startOf(page))?.[1]).toBeCloseTo(0, 1);
  const clicked = (await startOf(page)) ?? [0, 0];
  expect(clicked[0]).toBeGreaterThan(0.1);

  await page.mouse.move(box.x + box.width / 2 + 40, box.y + box.height / 2);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 4, { steps: 5 });
  await page.mouse.up();
  const [x, y] = (await startOf(page)) ?? [1, 0];
  expect(x).toBeCloseTo(0, 1);
  expect(y).toBeCloseTo(1, 1);
  await expect.poll(async () => (await paths(page))[0]?.x[0]).toBe(x);
  await expect.poll(() => new URL(page.url()).hash).toContain(`start=${x},${y}`);
  await page.getByRole('button', { name: 'Back to the default start' }).click();
  await expect.poll(() => startOf(page)).toEqual([1.8, 0.5]);
});

test('one click shows gradient and curvature at a racer, and a slice in any direction', async ({
  page,
}) => {
  await open(page, `${valley}&steps=300`);
  await page.getByRole('button', { name: /^Tangent/ }).click();
  // At (1.8, 0.5) the gradient is (1.8, 50), and almost all curvature is across the valley.
  const model = page.locator('fall-line-local-model');
  await expect(model).toContainText('At 1.80, 0.500 the value is 14.1.');
  await expect(model).toContainText('the slope is -50.0 and the curvature 99.9');
  await model.getByRole('combobox', { name: 'Slice, kind' }).selectOption('number');
  await model.getByRole('textbox', { name: 'Slice' }).fill('180');
  await model.getByRole('textbox', { name: 'Slice' }).press('Enter');
  await expect(model).toContainText('the slope is -1.80 and the curvature 1.00');
  await expect(model).toContainText('The parabola has its minimum 1.80 ahead');
  await expect(model.getByRole('img', { name: /along the slice: slope -1.80/ })).toBeVisible();
  await model.getByRole('combobox', { name: 'At the position of' }).selectOption('Momentum');
  await page.getByRole('button', { name: 'One step', exact: true }).click();
  await untilAt(page, 1);
  // One step of 0.01: 1.8 − 0.018 and 0.5 − 0.5.
  await expect(model).toContainText('At 1.78, 0.00');
});

test('zoom to the paths and back', async ({ page }) => {
  await open(page, `${valley}&steps=50&speed=max`);
  await finish(page);
  const handle = page.locator('fall-line-start-handle button');
  const place = async () => (await handle.boundingBox())?.x ?? 0;
  const far = await place();
  await page.getByRole('button', { name: 'zoom to paths' }).click();
  await expect.poll(place).not.toBe(far);
  await page.getByRole('button', { name: 'whole surface' }).click();
  await expect.poll(place).toBe(far);
});

test('the path does not depend on speed, pauses, and single steps', async ({ page }) => {
  const link = `${valley}&gradientNoise=2&steps=5300`;
  await open(page, `${link}&speed=max`);
  await finish(page);
  const reference = await paths(page);
  expect(reference[0]?.step.slice(-3)).toEqual([5100, 5200, 5300]);
  await page.getByRole('button', { name: 'Restart from the same weights' }).click();
  await until(page, 'ready');
  await page.getByRole('button', { name: 'One step', exact: true }).click();
  await untilAt(page, 1);
  // Slow enough to press Pause long before the end, even on a busy machine.
  await page.getByLabel('Speed, steps per second').selectOption('250');
  await play(page);
  await untilAt(page, 150);
  await page.getByRole('button', { name: 'Pause' }).click();
  await until(page, 'paused');
  await page.getByLabel('Speed, steps per second').selectOption('5000');
  await finish(page);
  expect(await paths(page)).toEqual(reference);
});

test('a target is a height, and a racer that reaches it stops with its path', async ({ page }) => {
  await open(page, `surface=styblinski-tang&run=sgd,learningRate=0.01&target=0.5&speed=max`);
  await finish(page);
  const [racer] = await racers(page);
  expect(racer?.status).toBe('reached');
  expect(racer?.curve.trainLoss.at(-1)).toBeLessThanOrEqual(-78.33 + 0.5);
  expect((await paths(page))[0]?.step.at(-1)).toBe(racer?.curve.step.at(-1));
});

test('a racer on an unbounded surface says so, and one that overshoots gets a remedy', async ({
  page,
}) => {
  await open(page, 'surface=saddle&start=1,1&steps=3000&speed=max&run=sgd,learningRate=0.4');
  await finish(page);
  await expect(page.locator('fall-line-racer')).toContainText('The surface has no minimum');
  await open(page, 'surface=rosenbrock&steps=300&speed=max&run=sgd,learningRate=0.1');
  await finish(page);
  await expect(page.locator('fall-line-racer')).toContainText(
    'Its learning rate of 0.1 is too high',
  );
  await expect(page.getByRole('img', { name: /^Contours/ })).toHaveAccessibleName(/SGD: diverged/);
});

test('a rule that needs 64 bits races on a surface without any notice', async ({ page }) => {
  await open(page, 'surface=rosenbrock&steps=100&speed=max&run=sgd,learningRate=0.001&run=bfgs');
  await finish(page);
  const [sgd, bfgs] = await racers(page);
  expect(sgd?.status).toBe('running');
  expect(bfgs?.status).toBe('converged');
  expect(bfgs?.curve.trainLoss.at(-1)).toBeLessThan(1e-20);
});

for (const { colorScheme, width, tag } of looks) {
  test.describe(`${colorScheme}, ${width} pixels`, { tag }, () => {
    test.use({ colorScheme, viewport: { width, height: 800 } });

    test('axe finds nothing, and nothing overlaps or overflows', async ({ page }) => {
      await open(page, 'surface=himmelblau&start=1,-2&steps=200&speed=max');
      await page.getByRole('button', { name: /^Tangent/ }).click();
      await finish(page);
      await expect(page.locator('fall-line-local-model')).toBeVisible();
      await page.getByText('Show the numbers as a table').click();
      expect(await measure(page)).toEqual({ excess: 0, overlaps: [], tiny: [] });
      expect(await violations(page)).toEqual([]);
    });
  });
}

for (const [width, height] of [
  [640, 480],
  [375, 560],
] as const) {
  test(`the figure at ${width} x ${height} has room for picture and chart`, async ({ page }) => {
    await page.setViewportSize({ width, height });
    await page.goto(`./embed.html#v=1&${valley}&steps=200&speed=max`);
    await until(page, 'ready');
    expect((await raceFacts(page)).at).toBe(0);
    await finish(page);
    await expect(page.getByRole('img', { name: /^Contours of Narrow valley/ })).toBeVisible();
    await expect(page.getByRole('img', { name: /^Value of 2 racers/ })).toBeVisible();
    expect(await measure(page)).toEqual({ excess: 0, overlaps: [], tiny: [] });
    expect(await violations(page)).toEqual([]);
  });
}

test('the local model can be closed while the race runs', async ({ page }) => {
  await open(page, `${valley}&steps=100000&speed=250`);
  await play(page);
  for (let presses = 0; presses < 6; presses++) {
    await page.getByRole('button', { name: /^Tangent/ }).click();
    await page.waitForTimeout(presses % 2 === 0 ? 400 : 50);
  }
  await expect(page.locator('fall-line-local-model')).toHaveCount(0);
  await untilAt(page, 300);
});
