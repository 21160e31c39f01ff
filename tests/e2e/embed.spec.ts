// SPDX-License-Identifier: MIT
import type { Frame, Page } from '@playwright/test';
import { BuiltSite } from './support/built-site.ts';
import { measure } from './support/layout.ts';
import { play, raceFacts, racers, until } from './support/race.ts';
import { expect, test } from './support/test.ts';

/** Serves the frame without CORS headers. */
const site = new BuiltSite();
let address: string;

test.beforeAll(async () => {
  address = `${await site.open()}/embed.html`;
});

test.afterAll(() => site.close());

/** Opens a page of another origin with the race in a frame, as in the README. */
async function embed(page: Page, hash: string, [width, height]: [number, number]): Promise<Frame> {
  await page.setContent(`<!doctype html><title>A text</title><main>
    <input aria-label="The text's own" autofocus>
    <iframe title="A race" sandbox="allow-scripts" width="${width}" height="${height}"
      src="${address}#v=1&${hash}"></iframe></main>`);
  const handle = await page.waitForSelector('iframe');
  const frame = await handle.contentFrame();
  if (!frame) throw new Error('The frame has no content.');
  await until(frame, 'ready');
  return frame;
}

for (const size of [
  [640, 480],
  [375, 500],
] as [number, number][]) {
  test(`a sandboxed frame of ${size.join(' x ')} waits, then runs`, async ({ page }) => {
    const frame = await embed(page, 'speed=max&steps=300&run=sgd&run=momentum&run=adam', size);
    expect(await frame.evaluate(() => self.origin)).toBe('null');
    expect(await raceFacts(frame)).toMatchObject({ state: 'ready', at: 0 });
    expect(await page.evaluate(() => document.activeElement?.localName)).toBe('input');
    await play(frame);
    await until(frame, 'finished');
    expect((await racers(frame)).map(({ step }) => step)).toEqual([300, 300, 300]);
    expect(await measure(frame)).toEqual({ excess: 0, overlaps: [], tiny: [] });
  });
}

// A busy browser reports several changes of visibility at once, and the last one holds.
test('a frame that came into view before it was told so runs', async ({ page }) => {
  await page.addInitScript(() => {
    const Observer = IntersectionObserver;
    window.IntersectionObserver = class extends Observer {
      constructor(callback: IntersectionObserverCallback, options?: IntersectionObserverInit) {
        const unseen = { isIntersecting: false } as IntersectionObserverEntry;
        super((entries, observer) => callback([unseen, ...entries], observer), options);
      }
    };
  });
  const frame = await embed(page, 'speed=max&steps=20&run=sgd', [640, 480]);
  await play(frame);
  await until(frame, 'finished');
});

test('a frame says which racers do not race, and why', async ({ page }) => {
  const frame = await embed(page, 'steps=20&run=sgd&run=newton,clipNorm=1', [640, 480]);
  const words = frame.locator('fall-line-refusals');
  await expect(words).toContainText(/Newton.* does not race\. .* must be 0 for newton/);
  await expect(words).not.toContainText('Play is off');
  expect(await measure(frame)).toEqual({ excess: 0, overlaps: [], tiny: [] });
  await play(frame);
  await until(frame, 'finished');
  expect((await racers(frame)).map(({ status }) => status)).toEqual(['running', 'refused']);
});

test('a frame in which no racer can start says why Play is off', async ({ page }) => {
  const frame = await embed(page, 'run=newton,clipNorm=1&run=gauss-newton', [375, 500]);
  await expect(frame.getByRole('button', { name: 'Play' })).toBeDisabled();
  const words = frame.locator('fall-line-refusals');
  await expect(words).toContainText('No racer can start, so Play is off.');
  await expect(words).toContainText('does not work on this problem: it needs a sum of squares');
  expect(await measure(frame)).toEqual({ excess: 0, overlaps: [], tiny: [] });
});

test('a frame in which all racers can start shows no such note', async ({ page }) => {
  const frame = await embed(page, 'run=sgd', [640, 480]);
  await expect(frame.locator('fall-line-refusals')).toHaveCount(0);
});

test('a frame without workers runs on its main thread', async ({ page }) => {
  await page.addInitScript(() => {
    window.Worker = class {
      constructor() {
        throw new DOMException('Refused.', 'SecurityError');
      }
    } as unknown as typeof Worker;
  });
  const frame = await embed(page, 'speed=max&steps=100&run=sgd', [640, 480]);
  await play(frame);
  await until(frame, 'finished');
});

test('the full page in a frame does not start by itself either', async ({ page, baseURL }) => {
  await page.setContent(
    `<iframe title="A race" width="1000" height="700" src="${baseURL}"></iframe>`,
  );
  const frame = await (await page.waitForSelector('iframe')).contentFrame();
  if (!frame) throw new Error('The frame has no content.');
  await until(frame, 'ready');
  expect((await raceFacts(frame)).at).toBe(0);
});
