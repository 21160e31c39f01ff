// SPDX-License-Identifier: MIT

const visits = 9;

/**
 * A first visit: milliseconds from navigation to the first loss on the screen, and the files loaded by
 * then and during the first part of the race, without any input.
 */
export async function measureOpening(browser, { url, loaded }) {
  const times = [];
  let files = {};
  // The first visit only warms up the server. The browser's cache is empty at every visit.
  for (let visit = 0; visit <= visits; ++visit) {
    loaded.clear();
    const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
    const page = await context.newPage();
    await page.addInitScript(watch);
    await page.goto(url);
    const time = await page.waitForFunction(() => globalThis.firstLoss);
    if (visit > 0) times.push(await time.jsonValue());
    await page.waitForTimeout(1500);
    files = Object.fromEntries(loaded);
    await context.close();
  }
  const sorted = times.toSorted((a, b) => a - b);
  return { firstLoss: { median: sorted[Math.floor(visits / 2)], best: sorted[0] }, files };
}

/** Runs in the page. Records the first frame after the chart has drawn the dot at a curve's end. */
function watch() {
  const { arc } = CanvasRenderingContext2D.prototype;
  CanvasRenderingContext2D.prototype.arc = function (...values) {
    arc.apply(this, values);
    if (this.canvas.getRootNode().host?.localName !== 'fall-line-loss-chart') return;
    CanvasRenderingContext2D.prototype.arc = arc;
    requestAnimationFrame(() => {
      const painted = new MessageChannel();
      painted.port1.onmessage = () => {
        globalThis.firstLoss = performance.now();
      };
      painted.port2.postMessage(0);
    });
  };
}
