// SPDX-License-Identifier: MIT
import { pathToFileURL } from 'node:url';
import type { App } from '../../../web/src/components/shell/app.ts';
import { expect, test } from './test.ts';

/** The last rule is in the part of the engine that is loaded when it is needed. */
const link = '#v=1&steps=300&run=sgd&run=adam,learningRate=0.01&run=lion,learningRate=0.001';

const fromDisk = (name: string) => pathToFileURL(`web/dist/${name}`).href;

for (const [what, page] of [
  ['a link', ''],
  ['the page of one file', fromDisk('playground.html')],
  ['a frame', 'embed.html'],
  ['a frame from disk', fromDisk('embed.html')],
] as const)
  test(`opens ${what} and trains to the end without warnings`, async ({ elsewhere, baseURL }) => {
    const state = () =>
      elsewhere.evaluate(() => {
        const app = document.querySelector<App>('fall-line-app, fall-line-figure');
        return app?.playground?.race.state ?? 'absent';
      }, undefined);
    await elsewhere.open(new URL(page + link, baseURL).href);
    await expect.poll(state).toBe('ready');
    const play = () =>
      elsewhere.evaluate(() => {
        const transport = document
          .querySelector('fall-line-app, fall-line-figure')
          ?.shadowRoot?.querySelector('fall-line-transport')?.shadowRoot;
        const button = transport?.querySelector<HTMLButtonElement>('.play:enabled');
        button?.click();
        return button !== undefined && button !== null;
      }, undefined);
    // The race may be ready before its buttons are rendered.
    await expect.poll(play).toBe(true);
    await expect.poll(state).toBe('finished');
    const steps = await elsewhere.evaluate(() => {
      const app = document.querySelector<App>('fall-line-app, fall-line-figure');
      return app?.playground.race.racers.map(({ curve }) => [...curve.column('step')].at(-1));
    }, undefined);
    expect(steps).toEqual([300, 300, 300]);
    const agrees = await elsewhere.evaluate(
      () =>
        document
          .querySelector<App>('fall-line-app, fall-line-figure')
          ?.playground.selfCheck.agrees(),
      undefined,
    );
    expect(agrees, 'the page about its own engine').toBe(true);
    expect(await elsewhere.complaints()).toEqual([]);
  });
