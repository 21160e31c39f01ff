// SPDX-License-Identifier: MIT
import { looks } from './support/looks.ts';
import { measure } from './support/layout.ts';
import { diverging, finish, open, unfoldProblem, until } from './support/race.ts';
import { expect, test } from './support/test.ts';

const fits = { excess: 0, overlaps: [], tiny: [] };

const eight = [
  'sgd,learningRate=0.3',
  'sgd,batchSize=1,clipNorm=2',
  'momentum',
  'nesterov',
  'adagrad',
  'adadelta',
  'rmsprop',
  'adam,learningRate=0.03,beta2=0.9',
];

/** The narrowest window with two columns. */
test('at 720 pixels nothing overlaps or overflows on a first visit', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.setViewportSize({ width: 720, height: 900 });
  await page.goto('./');
  await until(page, 'ready');
  expect(await measure(page)).toEqual(fits);
  await finish(page);
  expect(await measure(page)).toEqual(fits);
});

for (const { width, tag } of looks) {
  test.describe(`${width} pixels`, { tag }, () => {
    test.use({ viewport: { width, height: 800 } });

    test('nothing overlaps or overflows: eight racers, everything open', async ({ page }) => {
      await open(page, `speed=max&steps=200&${eight.map((run) => `run=${run}`).join('&')}`);
      expect(await measure(page)).toEqual(fits);
      await finish(page);
      await unfoldProblem(page);
      await page.locator('fall-line-racer').first().locator('button').first().click();
      await page.locator('fall-line-racer').last().locator('button').first().click();
      for (const words of [
        'More settings of the data',
        'More settings of the training',
        'numbers as a table',
      ]) {
        await page.getByText(words).click();
      }
      await page.getByRole('combobox', { name: 'Target test loss' }).selectOption('');
      await until(page, 'finished');
      expect(await measure(page)).toEqual(fits);
    });

    test('nothing overlaps or overflows: notices, refusal, divergence', async ({ page }) => {
      await open(page, `speed=max&steps=200&nonsense=1&${diverging}`);
      await unfoldProblem(page);
      await page.getByRole('textbox', { name: 'Samples' }).fill('none');
      await page.getByRole('textbox', { name: 'Samples' }).press('Enter');
      await finish(page);
      await expect(page.getByText('Stopped at step')).toBeVisible();
      expect(await measure(page)).toEqual(fits);
    });
  });
}

for (const width of [320, 1280]) {
  test.describe(`text that its reader has spaced, ${width} pixels`, () => {
    test.use({ viewport: { width, height: 800 } });

    // The spacing that WCAG 2.2 asks a page to bear (criterion 1.4.12). Shadow trees inherit it.
    test('nothing overlaps or overflows', async ({ page }) => {
      await open(page, 'speed=max&steps=200');
      await page.addStyleTag({
        content: ':root { letter-spacing: 0.12em; word-spacing: 0.16em; line-height: 1.5 }',
      });
      await finish(page);
      await unfoldProblem(page);
      await page.locator('fall-line-racer').first().locator('button').first().click();
      expect(await measure(page)).toEqual(fits);
    });
  });
}

test.describe('images on a phone', () => {
  test.use({ viewport: { width: 320, height: 800 } });

  test('nothing overlaps or overflows', async ({ page }) => {
    await open(page, 'speed=max&dataset=digits-12&samples=200&steps=20');
    await finish(page);
    expect(await measure(page)).toEqual(fits);
  });
});

test.describe('a touch screen', () => {
  test.use({ viewport: { width: 375, height: 700 }, hasTouch: true, isMobile: true });

  test('nothing overlaps, and a tap shows what a control does', async ({ page }) => {
    await open(page, '');
    await unfoldProblem(page);
    expect(await measure(page)).toEqual(fits);
    const noise = page.locator('fall-line-setting', { hasText: /^\s*Noise/ });
    const doc = noise.locator('.doc');
    await expect(doc).toHaveCSS('visibility', 'hidden');
    await noise.getByText('Noise').first().tap();
    await expect(doc).toHaveCSS('visibility', 'visible');
  });
});

test('on a phone the table of results comes after a press, and moves nothing', async ({ page }) => {
  await page.setViewportSize({ width: 375, height: 800 });
  await open(page, 'run=sgd,learningRate=0.1');
  const results = page.locator('fall-line-results');
  const below = async () => {
    const box = await page.getByRole('button', { name: 'Add a racer' }).boundingBox();
    return (box?.y ?? 0) + (await page.evaluate(() => scrollY));
  };
  const before = await below();
  await page.getByRole('button', { name: 'Light or dark' }).hover();
  await page.mouse.down();
  await page.waitForLoadState('networkidle');
  await expect(results).toHaveCount(0);
  await page.mouse.up();
  await expect(results).toBeAttached();
  await expect(results.getByRole('table')).toBeVisible();
  expect(Math.abs((await below()) - before)).toBeLessThan(2);
});
