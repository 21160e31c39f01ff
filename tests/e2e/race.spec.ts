// SPDX-License-Identifier: MIT
import { expect, test } from './support/test.ts';
import { finish, open, play, raceFacts, racers, until, untilAt } from './support/race.ts';

test('three optimizers run on the built page, and their losses fall', async ({ page }) => {
  await open(page, 'speed=max&steps=1000&run=sgd,learningRate=0.3&run=momentum&run=adam');
  await finish(page);
  const facts = await racers(page);
  expect(facts).toHaveLength(3);
  for (const { step, curve } of facts) {
    expect(step).toBe(1000);
    expect(curve.step[0]).toBe(0);
    expect(curve.trainLoss.at(-1)).toBeLessThan(0.8 * (curve.trainLoss[0] ?? 0));
  }
  const starts = facts.map(({ curve }) => [curve.trainLoss[0], curve.testLoss[0]]);
  expect(starts[1]).toEqual(starts[0]);
  expect(starts[2]).toEqual(starts[0]);
});

test('the table lists the best first, and the cards keep their order', async ({ page }) => {
  await open(page, 'speed=max&steps=1000&run=sgd,learningRate=0.001&run=adam,learningRate=0.03');
  await finish(page);
  await expect(page.getByRole('region', { name: 'Results' }).getByRole('rowheader')).toHaveText([
    /Adam/,
    /SGD/,
  ]);
  await expect(page.locator('fall-line-racer')).toHaveText([/SGD/, /Adam/]);
});

test('parts off the screen are updated too, for screen readers', async ({ page }) => {
  await page.setViewportSize({ width: 375, height: 500 });
  await open(page, 'speed=50&steps=100000&run=adam');
  const row = page.getByRole('region', { name: 'Results' }).getByRole('row', { name: /Adam/ });
  await expect(row).not.toBeInViewport();
  const steps = async () => Number(await row.getByRole('cell').nth(3).textContent());
  await play(page);
  await expect.poll(steps).toBeGreaterThan(0);
  const before = await steps();
  await expect.poll(steps).toBeGreaterThan(before);
});

test('step, epoch, reset, and continue', async ({ page }) => {
  await open(page, 'speed=max&steps=200');
  await page.getByRole('button', { name: 'One step', exact: true }).click();
  await untilAt(page, 1);
  await page.getByRole('button', { name: 'One epoch' }).click();
  await untilAt(page, 26);
  expect((await racers(page)).map(({ step }) => step)).toEqual([26, 26, 26, 26]);
  await finish(page);
  await finish(page);
  expect(await raceFacts(page)).toMatchObject({ at: 400, limit: 400 });
  await page.getByRole('button', { name: 'Restart from the same weights' }).click();
  await until(page, 'ready');
  expect(await raceFacts(page)).toMatchObject({ at: 0, limit: 200 });
});

test('a racer that reaches the target stops', async ({ page }) => {
  await open(page, 'speed=max&target=0.3&run=sgd,learningRate=0.001&run=adam,learningRate=0.03');
  await finish(page);
  const [slow, quick] = await racers(page);
  expect(slow).toMatchObject({ status: 'running', step: 2000 });
  expect(quick?.status).toBe('reached');
  expect(quick?.curve.testLoss.findIndex((loss) => loss <= 0.3)).toBe(
    (quick?.curve.testLoss.length ?? 0) - 1,
  );
  await expect(page.locator('fall-line-racer').nth(1)).toContainText('Reached the target at step');
});

test('the end of a race that nobody touched is announced', async ({ page }) => {
  await page.goto('./');
  await untilAt(page, 100);
  await expect(page.locator('fall-line-status')).toHaveCount(0);
  await until(page, 'finished');
  await expect(page.locator('fall-line-status').getByRole('status')).toContainText(
    'The race is over.',
  );
  await expect(page.getByRole('region', { name: 'Results' })).toContainText('RMSProp');
});

test('only a first visit starts by itself', async ({ page }) => {
  await page.goto('./');
  await until(page, 'running');
  await expect(page.getByRole('button', { name: 'Pause' })).toBeVisible();
});

test('nothing starts by itself for readers who prefer reduced motion', async ({
  browser,
  baseURL,
}) => {
  const context = await browser.newContext({ baseURL, reducedMotion: 'reduce' });
  const page = await context.newPage();
  await page.goto('./');
  await until(page, 'ready');
  expect((await raceFacts(page)).at).toBe(0);
  await context.close();
});

test('without SIMD the page says what is missing', async ({ page }) => {
  await page.addInitScript(() => {
    WebAssembly.validate = () => false;
  });
  await page.goto('./');
  await expect(page.locator('body')).toContainText('WebAssembly SIMD, which this browser lacks');
});
