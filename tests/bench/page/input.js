// SPDX-License-Identifier: MIT
import { openRace, play, raceOf } from './browser.js';

const kinds = ['keydown', 'input', 'pointermove', 'pointerdown'];

/** How long typing and dragging wait for the next frame while that many racers train, by event type. */
export async function measureInput(browser, url, racers) {
  const page = await openRace(browser, url, raceOf(racers));
  await page.evaluate(watch, kinds);
  await play(page);
  await page.waitForTimeout(2000);
  await type(page);
  await drag(page, page.getByRole('slider', { name: 'Noise' }));
  await drag(page, page.getByRole('group', { name: 'Loss chart' }));
  const waits = await page.evaluate(() => globalThis.waits);
  await page.close();
  return Object.fromEntries(
    kinds.filter((kind) => waits[kind].length > 0).map((kind) => [kind, summary(waits[kind])]),
  );
}

/** Runs in the page. Times each event until the end of the frame that shows its effect. */
function watch(kinds) {
  globalThis.waits = Object.fromEntries(kinds.map((kind) => [kind, []]));
  for (const kind of kinds) {
    const note = ({ timeStamp }) =>
      requestAnimationFrame(() => {
        const painted = new MessageChannel();
        painted.port1.onmessage = () => globalThis.waits[kind].push(performance.now() - timeStamp);
        painted.port2.postMessage(0);
      });
    addEventListener(kind, note, { capture: true });
  }
}

async function type(page) {
  const box = page.getByRole('textbox', { name: 'Noise' });
  for (const text of ['0.12', '0.05', '0.2']) {
    await box.click({ clickCount: 3 });
    await box.pressSequentially(text, { delay: 120 });
    await box.press('Enter');
    await page.waitForTimeout(400);
  }
}

async function drag(page, target) {
  await target.scrollIntoViewIfNeeded();
  const { x, y, width, height } = await target.boundingBox();
  const middle = y + height / 2;
  await page.mouse.move(x + width * 0.2, middle);
  await page.mouse.down();
  for (let i = 0; i <= 40; ++i) {
    await page.mouse.move(x + width * (0.2 + i / 80), middle);
    await page.waitForTimeout(50);
  }
  await page.mouse.up();
}

function summary(waits) {
  const sorted = waits.toSorted((a, b) => a - b);
  return {
    events: sorted.length,
    median: sorted[Math.floor(sorted.length / 2)],
    longest: sorted.at(-1),
    over50: sorted.filter((wait) => wait > 50).length,
  };
}
