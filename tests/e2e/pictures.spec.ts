// SPDX-License-Identifier: MIT
import { loadEngine } from 'fall-line/engine';
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
  const counted = async () => {
    const counts = await matrices.first().getByRole('cell').allTextContents();
    return counts.reduce((sum, count) => sum + Number(count), 0);
  };
  // The last picture is drawn shortly after the last step.
  await expect.poll(counted).toBe(200);
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

test('64-bit arithmetic restarts the race from the same start', async ({ page }) => {
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

test('a rule that draws its samples shows their probabilities and its gain', async ({ page }) => {
  const rule = 'batchSize=1&run=sgd,learningRate=0.1&run=aw-sgd,learningRate=0.1,samplerRate=0.05';
  await open(page, `dataset=moons&imbalance=0.9&speed=max&samplesSeen=5000&${rule}`);
  await finish(page);
  await page.getByRole('list', { name: 'What each racer has learned' }).scrollIntoViewIfNeeded();

  // The same run in Node gives the same bits.
  const engine = await loadEngine();
  const run = engine.createRun({
    // Like links of version 1, which don't stratify the split.
    problem: { dataset: { id: 'moons', imbalance: 0.9 }, batchSize: 1, stratify: false },
    optimizer: { id: 'aw-sgd', learningRate: 0.1, samplerRate: 0.05 },
  });
  run.step(5000);
  const sampling = run.sampling();
  if (!sampling) throw new Error('It draws its samples itself.');
  const { secondMoment, uniformSecondMoment, gradientSquare } = sampling;
  const ratio = (secondMoment - gradientSquare) / (uniformSecondMoment - gradientSquare);
  expect(ratio).toBeLessThan(0.3);
  const times = sampling.probabilities.map((each) => each * sampling.probabilities.length);
  const [low, high] = [Math.min(...times).toPrecision(3), Math.max(...times).toPrecision(3)];

  const variance = ratio.toPrecision(3);
  const note = page.getByRole('paragraph').filter({ hasText: 'AW-SGD chooses its own samples.' });
  await expect(note).toContainText(
    `Its gradient has ${variance} times the variance of uniform sampling. Lower is better`,
  );
  await expect(note).toContainText(
    `its probability, which is ${low} to ${high} times as large as with uniform sampling`,
  );
  const picture = page.getByRole('img', {
    name: new RegExp(
      `AW-SGD: .* gradient variance ${variance} times that of uniform sampling\\. Test accuracy`,
    ),
  });
  const plain = page.getByRole('img', { name: /^SGD: decision regions with the samples\. Test/ });

  // Samples of the small class have higher probabilities, so they cover more of the picture.
  const covered = (canvas: typeof picture) =>
    canvas.evaluate((element) => {
      const { width, height } = element as HTMLCanvasElement;
      const hex = getComputedStyle(element).getPropertyValue('--class-1').trim().slice(1);
      const colour = [0, 2, 4].map((at) => Number.parseInt(hex.slice(at, at + 2), 16));
      const context = (element as HTMLCanvasElement).getContext('2d');
      const pixels = context?.getImageData(0, 0, width, height).data ?? [];
      let count = 0;
      for (let at = 0; at < pixels.length; at += 4) {
        // The colour on white. Large points are translucent, and rings are far paler.
        const share = (pixels[at + 3] ?? 0) / 255;
        const seen = (i: number) => 255 + share * ((pixels[at + i] ?? 0) - 255);
        if (colour.every((part, i) => Math.abs(part - seen(i)) < 80)) count++;
      }
      return count;
    });
  const alike = await covered(plain);
  expect(alike).toBeGreaterThan(0);
  expect(await covered(picture)).toBeGreaterThan(2 * alike);
});

test('the gain from drawing samples is also shown if samples are not points', async ({ page }) => {
  await open(
    page,
    'dataset=digits-12&samples=400&speed=max&steps=400&run=aw-sgd,learningRate=0.1,samplerRate=0.2',
  );
  await finish(page);
  await page.getByRole('list', { name: 'What each racer has learned' }).scrollIntoViewIfNeeded();
  const note = page.getByRole('paragraph').filter({ hasText: 'AW-SGD chooses its own samples.' });
  await expect(note).toContainText(/Its gradient\s+has\s+0\.\d+\s+times the variance/);
  await expect(note).toContainText(
    /The probabilities of its samples are 0\.\d+ to \d+\.\d+ times as large/,
  );
});
