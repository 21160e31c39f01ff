// SPDX-License-Identifier: MIT
import { expect, test } from './support/test.ts';
import { violations } from './support/axe.ts';
import { percent, threeDigits } from '../../web/src/format/number.ts';
import { finish, open, raceFacts, racers } from './support/race.ts';

const slider = { name: 'Moment of the race' };

test('the timeline shows an earlier moment everywhere, and keys go step by step', async ({
  page,
}) => {
  await open(page, 'speed=max&steps=200&run=sgd&run=adam');
  await expect(page.getByRole('slider', slider)).toHaveCount(0);
  await finish(page);
  const loss = page.locator('fall-line-racer').nth(1).locator('.head');
  const clock = page.locator('fall-line-transport .clock');
  const picture = page.getByRole('img', { name: /^Adam: decision regions/ });
  const adam = (await racers(page))[1];
  const last = threeDigits(adam?.curve.testLoss.at(-1) ?? Number.NaN);
  await expect(loss).toContainText(last);
  const accuracy = await page.evaluate(() =>
    document.querySelector('fall-line-app')?.playground.race.racers[1]?.curve.last('testAccuracy'),
  );
  const end = new RegExp(`Test accuracy ${percent(accuracy ?? Number.NaN)}$`);
  await expect(picture).toHaveAttribute('aria-label', end);
  const timeline = page.getByRole('slider', slider);
  await timeline.fill('40');
  await expect(clock).toContainText('step 40');
  await expect(loss).not.toContainText(last);
  await expect(picture).not.toHaveAttribute('aria-label', end);
  await timeline.focus();
  await page.keyboard.press('ArrowLeft');
  await expect(clock).toContainText('step 39');
  await page.getByRole('button', { name: 'One step back' }).click();
  await expect(timeline).toHaveAttribute('aria-valuetext', 'step 38');
  await page.getByRole('button', { name: 'One step forward' }).click();
  await expect(timeline).toHaveAttribute('aria-valuetext', 'step 39');
  expect(await violations(page)).toEqual([]);
  await page.getByRole('button', { name: 'Back to step 200' }).click();
  await expect(loss).toContainText(last);
  await expect(picture).toHaveAttribute('aria-label', end);
  expect(await raceFacts(page)).toMatchObject({ at: 200 });
});

test('on a surface the paths end at the moment', async ({ page }) => {
  await open(page, 'speed=max&steps=100&surface=rosenbrock&run=momentum,learningRate=0.001');
  await finish(page);
  await expect(page.locator('fall-line-transport .clock')).toContainText('step 100');
  const contours = page.getByRole('img', { name: /^Contours of Rosenbrock/ });
  const [racer] = await racers(page);
  const end = new RegExp(`value ${threeDigits(racer?.curve.trainLoss.at(-1) ?? Number.NaN)}$`);
  await expect(contours).toHaveAttribute('aria-label', end);
  await page.getByRole('slider', slider).fill('0');
  await expect(contours).toHaveAttribute('aria-label', /at -1.20, 1.00, value/);
  await page.getByRole('slider', slider).press('End');
  await expect(contours).toHaveAttribute('aria-label', end);
});
