// SPDX-License-Identifier: MIT
// The single-file page, opened from disk.
import { statSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { play, racers, until } from './support/race.ts';
import { expect, test } from './support/test.ts';

const file = fileURLToPath(new URL('../../web/dist/playground.html', import.meta.url));
const address = pathToFileURL(file).href;

test('is small enough for an attachment', () => {
  expect(statSync(file).size).toBeLessThan(850_000);
});

test('works in both precisions and requests no other file', async ({ page }) => {
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  // The first rule is in the second part of an engine, and the second rule needs float64.
  await page.goto(`${address}#v=2&speed=max&steps=50&run=lion,learningRate=0.001&run=bfgs`);
  await until(page, 'ready');
  await play(page);
  await until(page, 'finished');
  expect((await racers(page)).map(({ step }) => step)).toEqual([50, 50]);
  expect(asked.filter((url) => !/^(blob|data):/.test(url)).map((url) => url.split('#')[0])).toEqual(
    [address],
  );
});
