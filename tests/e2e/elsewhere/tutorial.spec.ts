// SPDX-License-Identifier: MIT
import { type Heard, serveTutorial, tutorials } from '../support/tutorial.ts';
import { expect, test } from './test.ts';

declare const heard: Heard;

for (const tutorial of tutorials)
  test(`the README's line in a ${tutorial.scheme} tutorial from ${tutorial.from}`, async ({
    elsewhere,
  }) => {
    const { address, close } = await serveTutorial(tutorial);
    await elsewhere.open(address);
    const ended = () =>
      elsewhere.evaluate(() => heard.done?.runs.map(({ optimizer }) => optimizer) ?? [], undefined);
    await expect.poll(ended).toEqual(['sgd', 'adam']);
    expect(await elsewhere.complaints()).toEqual([]);
    close();
  });
