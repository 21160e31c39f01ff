// SPDX-License-Identifier: MIT
import { clockMs, processorMs, tasksOf, trace } from './trace.js';

/** The time to drag a slider from one end to the other. */
const seconds = 3;
/** A frame that takes longer can be seen to stick, in milliseconds. */
const longMs = 50;
/** The middle of a slider's thumb stays that many pixels away from its ends. */
const thumb = 8;

/** What happens while the learning rate of each racer of the first race is dragged from end to end. */
export async function measureDrag(browser, url) {
  // With reduced motion the first race does not start by itself.
  const context = await browser.newContext({
    viewport: { width: 1280, height: 900 },
    reducedMotion: 'reduce',
  });
  const page = await context.newPage();
  await page.goto(url);
  const cards = page.locator('fall-line-racer');
  await cards.first().waitFor();
  await page.evaluate(watch);
  const racers = [];
  for (const card of await cards.all()) racers.push(await measureCard(browser, page, url, card));
  await context.close();
  return { seconds, racers };
}

async function measureCard(browser, page, url, card) {
  const head = card.getByRole('button').first();
  await head.click();
  const slider = card.getByRole('slider', { name: /^Learning rate/ });
  // The cards above may still change: what was found about their racers comes when a drag has ended.
  await page.waitForTimeout(1000);
  await slider.scrollIntoViewIfNeeded();
  const { x, y, width, height } = await slider.boundingBox();
  const at = (share) => page.mouse.move(x + thumb + (width - 2 * thumb) * share, y + height / 2);
  await at(0);
  await page.mouse.down();
  // The first answer also runs the others to their end.
  await page.waitForTimeout(1000);
  await page.evaluate(() => globalThis.counts());
  const events = await trace(browser, page, url, () => drag(page, at));
  const counts = await page.evaluate(() => globalThis.counts());
  await page.mouse.up();
  await head.click();
  const tasks = tasksOf(events);
  return {
    name: await card.locator('.name').innerText(),
    ...counts,
    clock: Math.max(...tasks.map(clockMs)),
    processor: {
      longest: Math.max(...tasks.map(processorMs)),
      sum: tasks.reduce((sum, task) => sum + processorMs(task), 0),
    },
    over50: tasks.filter((task) => clockMs(task) > longMs).length,
  };
}

/** Moves the pointer steadily. It comes late only where the page is busy. */
async function drag(page, at) {
  const start = performance.now();
  for (let share = 0; share < 1;) {
    share = Math.min(1, (performance.now() - start) / 1000 / seconds);
    await at(share);
    await page.waitForTimeout(5);
  }
}

/** Runs in the page. Counts the values of the slider, and the answers that the chart has drawn whole. */
function watch() {
  const { playground } = document.querySelector('fall-line-app');
  const drawn = new Set();
  let values = 0;
  const { clearRect } = CanvasRenderingContext2D.prototype;
  CanvasRenderingContext2D.prototype.clearRect = function (...rectangle) {
    const { state, answers } = playground.race;
    const isChart = this.canvas.getRootNode().host?.localName === 'fall-line-loss-chart';
    if (isChart && state === 'finished') drawn.add(answers);
    clearRect.apply(this, rectangle);
  };
  addEventListener('input', () => values++, { capture: true });
  globalThis.counts = () => {
    const counts = { values, races: drawn.size };
    values = 0;
    drawn.clear();
    return counts;
  };
}
