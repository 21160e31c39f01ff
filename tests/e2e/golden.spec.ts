// SPDX-License-Identifier: MIT
import { goldenRuns } from '../../web/plugins/golden-runs.ts';
import { goldenHashes, noteHashes } from './support/golden.ts';
import { expect, test } from './support/test.ts';

for (const precision of ['float32', 'float64'] as const) {
  test(`this browser gives the bits of all other builds in ${precision}`, async ({ page }) => {
    await page.goto('./reference/index.html');
    const hashes = await goldenHashes((work, asked) => page.evaluate(work, asked), precision);
    noteHashes(test.info(), precision, hashes);
    expect(hashes).toEqual(goldenRuns.map((golden) => golden.hashes[precision]));
  });
}
