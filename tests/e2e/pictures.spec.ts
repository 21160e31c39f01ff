// SPDX-License-Identifier: MIT
import { expect, test } from './support/test.ts';
import { curves, finish, open, raceFacts, until } from './support/race.ts';

test('images: a confusion matrix and twenty test samples for every racer', async ({ page }) => {
  await open(page, 'dataset=digits-12&samples=400&speed=max&steps=60&run=adam&run=sgd');
  await finish(page);
  const pictures = page.getByRole('list', { name: 'What each racer has learned' });
  await pictures.scrollIntoViewIfNeeded();
  const matrices = pictures.getByRole('table', { name: /true class/ });
  await expect(matrices).toHaveCount(2);
  await expect(matrices.first().getByRole('rowheader')).toHaveCount(10);
  await expect(matrices.first().getByRole('cell')).toHaveCount(100);
  const counts = await matrices.first().getByRole('cell').allTextContents();
  expect(counts.reduce((sum, count) => sum + Number(count), 0)).toBe(200);
  const samples = pictures.getByRole('list', { name: 'Test samples with predictions' });
  await expect(samples).toHaveCount(2);
  await expect(samples.first().getByRole('listitem')).toHaveCount(20);
});

test('one input: the fitted curve, in the colour of its racer', async ({ page }) => {
  await open(page, 'dataset=sine&speed=max&steps=100&run=adam');
  await finish(page);
  const picture = page.getByRole('img', { name: /Adam: fitted curve/ });
  const columnsWithCurve = () =>
    picture.evaluate((element) => {
      const canvas = element as HTMLCanvasElement;
      const hex = getComputedStyle(canvas).getPropertyValue('--racer-0').trim().slice(1);
      const colour = [0, 2, 4].map((at) => Number.parseInt(hex.slice(at, at + 2), 16)).join();
      const { width, height } = canvas;
      const pixels = canvas.getContext('2d')?.getImageData(0, 0, width, height).data ?? [];
      const columns = new Set<number>();
      for (let pixel = 0; pixel < width * height; pixel++) {
        if (pixels.slice(4 * pixel, 4 * pixel + 3).join() === colour) columns.add(pixel % width);
      }
      return columns.size / width;
    });
  await expect.poll(columnsWithCurve).toBeGreaterThan(0.9);
});

test('64-bit arithmetic starts the race anew, from the same start', async ({ page }) => {
  await open(page, 'speed=max&steps=200&run=sgd');
  await finish(page);
  const [single] = await curves(page);
  await page.getByRole('combobox', { name: 'Arithmetic' }).selectOption('float64');
  await until(page, 'ready');
  await finish(page);
  const [double] = await curves(page);
  expect((await raceFacts(page)).link).toContain('precision=float64');
  expect(double?.testLoss).not.toEqual(single?.testLoss);
  expect(double?.testLoss[0]).toBeCloseTo(single?.testLoss[0] ?? 0, 5);
});
