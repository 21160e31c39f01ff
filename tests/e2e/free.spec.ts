// SPDX-License-Identifier: MIT
import { expect, test } from './support/test.ts';
import { curves, finish, open, raceFacts, racers, until } from './support/race.ts';

const race = 'speed=max&steps=600&run=sgd,batchSize=full&run=adam&run=momentum,batchSize=1';

test('in a free race nobody waits, the axis is time, and curves equal those in step', async ({
  page,
}) => {
  await open(page, race);
  await finish(page);
  const inStep = await curves(page);

  const choice = page.getByRole('combobox', { name: 'Pace' });
  await choice.selectOption('free');
  await expect(page.getByText(/Time is the time that a racer’s own steps take/)).toBeVisible();
  await until(page, 'ready');
  await expect(page.getByRole('button', { name: 'One step', exact: true })).toBeDisabled();
  await expect(page.getByRole('button', { name: 'One epoch' })).toBeDisabled();
  await expect(page.getByLabel('Speed, steps per second')).toBeDisabled();
  await finish(page);
  expect((await racers(page)).map(({ step }) => step)).toEqual([600, 600, 600]);
  expect(await curves(page)).toEqual(inStep);
  await expect(
    page.getByRole('img', { name: /^Test loss of 3 racers by milliseconds on this machine/ }),
  ).toBeVisible();
  await expect(page.getByText(/Compared at (step [\d,]+|[\d,.]+ ms)\./)).toBeAttached();
  const { link } = await raceFacts(page);
  expect(link).toContain('pacing=free');
  expect(link).not.toContain('axis=');

  await choice.selectOption('lock-step');
  await until(page, 'ready');
  await expect(page.getByRole('button', { name: 'One step', exact: true })).toBeEnabled();
  expect((await raceFacts(page)).link).not.toMatch(/pacing=|axis=/);
});

test('a hidden page stops training', async ({ page }) => {
  await open(page, 'speed=max&steps=1000000&run=sgd&run=adam');
  await page.getByRole('button', { name: 'Play' }).click();
  await until(page, 'running');
  const hide = (hidden: boolean) =>
    page.evaluate((value) => {
      Object.defineProperty(document, 'hidden', { configurable: true, get: () => value });
      document.dispatchEvent(new Event('visibilitychange'));
    }, hidden);
  const steps = async () => (await racers(page)).map(({ step }) => step);
  await hide(true);
  await page.waitForTimeout(500);
  const there = await steps();
  await page.waitForTimeout(500);
  expect(await steps()).toEqual(there);
  await hide(false);
  await expect.poll(async () => Math.min(...(await steps()))).toBeGreaterThan(Math.max(...there));
});
