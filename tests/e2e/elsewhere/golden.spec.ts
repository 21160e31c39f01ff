// SPDX-License-Identifier: MIT
import { goldenRuns } from '../../../web/plugins/golden-runs.ts';
import { goldenHashes, noteHashes } from '../support/golden.ts';
import { expect, test } from './test.ts';

for (const precision of ['float32', 'float64'] as const) {
  test(`gives the bits of every other build in ${precision}`, async ({ elsewhere, baseURL }) => {
    await elsewhere.open(`${baseURL}reference/index.html`);
    const hashes = await goldenHashes(elsewhere.evaluate, precision);
    noteHashes(test.info(), precision, hashes);
    expect(hashes).toEqual(goldenRuns.map((golden) => golden.hashes[precision]));
  });
}
