// SPDX-License-Identifier: MIT
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page, TestInfo } from '@playwright/test';
import { mnistShaped } from '../support/mnist-shaped.js';
import { greyPng } from './support/png.ts';
import { finish, open, racers, until } from './support/race.ts';
import { expect, test } from './support/test.ts';

const perClass = 20;
const side = 6;
/** A bar across or down, with a grey of its own in each image. */
const bars = {
  across: (i: number) => (_: number, y: number) => (y === i % side ? 255 : i),
  down: (i: number) => (x: number) => (x === i % side ? 255 : i),
};

/** Writes a folder with a folder of images for each class. */
function barsFolder(info: TestInfo): string {
  const root = info.outputPath('bars');
  rmSync(root, { recursive: true, force: true });
  for (const [name, draw] of Object.entries(bars)) {
    mkdirSync(join(root, name), { recursive: true });
    for (let i = 0; i < perClass; i++)
      writeFileSync(
        join(root, name, `${String(i).padStart(2, '0')}.png`),
        greyPng(side, side, draw(i)),
      );
  }
  return root;
}

async function choose(page: Page, folder: string) {
  await page.getByRole('button', { name: 'Your own data…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Your own data' });
  await dialog.getByLabel('Or choose a folder of images').setInputFiles(folder);
  return dialog;
}

test('a folder of images is read exactly, and trained on', async ({ page }, info) => {
  await open(page, 'steps=150&speed=max&run=adam,learningRate=0.01');
  const dialog = await choose(page, barsFolder(info));
  await expect(dialog).toContainText('bars 40 images of 6 × 6 pixels');
  await expect(dialog).toContainText('The folder of each image is its class.');
  await expect(dialog).toContainText('All images are grey and have 6 × 6 pixels.');
  // Never with what a racer said about other data, not even for a frame.
  const shown = page.evaluate(
    () =>
      new Promise<number[][]>((resolve) => {
        const seen: number[][] = [];
        const look = (): void => {
          const { playground } = document.querySelector('fall-line-app') ?? {};
          const pictures = document
            .querySelector('fall-line-app')
            ?.shadowRoot?.querySelector('fall-line-pictures')?.shadowRoot;
          const check = pictures
            ?.querySelector('fall-line-racer-picture')
            ?.shadowRoot?.querySelector('fall-line-sample-check');
          if (check?.predictions) seen.push([check.predictions.length, check.data.test.length]);
          if (playground?.race.state === 'finished' && seen.length > 0) resolve(seen);
          else requestAnimationFrame(look);
        };
        look();
      }),
  );
  await dialog.getByRole('button', { name: 'Race on this data' }).click();
  await until(page, 'finished');
  for (const [predictions, samples] of await shown) expect(predictions).toBe(samples);
  const data = await page.evaluate(() => {
    const { data } = document.querySelector('fall-line-app')?.playground.race ?? {};
    return data && { inputs: data.inputs, targets: data.targets as number[], shape: data.shape };
  });
  expect(data?.shape).toEqual({ channels: 1, height: side, width: side });
  const expected = [bars.across, bars.down].flatMap((draw) =>
    Array.from({ length: perClass }, (_, i) =>
      Array.from({ length: side * side }, (__, at) => draw(i)(at % side, Math.floor(at / side))),
    ),
  );
  expect(data?.inputs.map((row) => [...row])).toEqual(expected);
  expect(data?.targets).toEqual(expected.map((_, i) => Number(i >= perClass)));
  const [racer] = await racers(page);
  expect(racer?.curve.trainLoss.at(-1)).toBeLessThan(0.1);
  const matrix = page.locator('fall-line-sample-check').getByRole('table');
  await expect(matrix.getByRole('rowheader')).toHaveText(['across', 'down']);
});

test('images of different sizes are scaled down, and a damaged one is named', async ({
  page,
}, info) => {
  await open(page, 'steps=40&speed=max&run=adam,learningRate=0.01');
  const root = barsFolder(info);
  // Each pixel of the small images becomes a square of nine.
  for (let i = 0; i < perClass; i++)
    writeFileSync(
      join(root, 'down', `${String(i).padStart(2, '0')}.png`),
      greyPng(3 * side, 3 * side, (x) => bars.down(i)(Math.floor(x / 3))),
    );
  const dialog = await choose(page, root);
  await expect(dialog).toContainText('scaled to 6 × 6 pixels');
  await dialog.getByRole('button', { name: 'Race on this data' }).click();
  await until(page, 'finished');
  const row = await page.evaluate(() => {
    const { data } = document.querySelector('fall-line-app')?.playground.race ?? {};
    return data && [...(data.inputs[21] ?? [])];
  });
  expect(row).toEqual(Array.from({ length: 36 }, (_, at) => bars.down(1)(at % side)));
  await finish(page);

  writeFileSync(join(root, 'across', '07.png'), 'no image');
  await choose(page, root);
  await expect(dialog.getByRole('alert')).toHaveText(
    '“07.png” is no image that this browser can read.',
  );
});

test('files with the shape of MNIST are read, and four networks train on them', async ({
  page,
}, info) => {
  const { images, labels } = mnistShaped();
  const paths = [info.outputPath('images-idx3-ubyte'), info.outputPath('labels-idx1-ubyte')];
  for (const [index, bytes] of [images, labels].entries()) writeFileSync(paths[index] ?? '', bytes);
  await open(page, 'steps=30&speed=max&hidden=128&batchSize=64');
  await page.getByRole('button', { name: 'Your own data…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Your own data' });
  await dialog.getByLabel('Choose a file').setInputFiles(paths);
  await expect(dialog).toContainText('60,000 images of 28 × 28 pixels', { timeout: 30_000 });
  await expect(
    dialog.getByRole('list', { name: 'Some of the images' }).locator('canvas'),
  ).toHaveCount(12);
  await expect(dialog).toContainText('All images are used.');
  await expect(dialog).toContainText(
    'measured on at most 1,000 training images and as many test images',
  );
  await dialog.getByRole('button', { name: 'Race on this data' }).click();
  await until(page, 'finished');
  const all = await racers(page);
  expect(all.map(({ step }) => step)).toEqual([30, 30, 30, 30]);
  const adam = all.at(-1)?.curve.testLoss ?? [];
  expect(adam.at(-1)).toBeLessThan(0.5 * (adam[0] ?? 0));
});
