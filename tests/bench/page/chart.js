// SPDX-License-Identifier: MIT
import { openRace, raceOf } from './browser.js';

/**
 * Milliseconds of an update of the page with so many racers of so many points each, the picture
 * included: everybody gains a point, and what listens to frames draws. The curves are made up, since
 * the ladder of a race grows by some fifty points each time that its length doubles.
 */
export async function measureChart(browser, url, racers, points, updates = 200) {
  const page = await openRace(browser, url, raceOf(racers, points + updates));
  const times = await page.evaluate(draw, { points, updates });
  await page.close();
  const sorted = times.toSorted((a, b) => a - b);
  const at = (share) => sorted[Math.floor(share * (sorted.length - 1))];
  return { racers, points, best: at(0), median: at(0.5), percentile95: at(0.95), longest: at(1) };
}

/** In the page. */
async function draw({ points, updates }) {
  const { playground } = document.querySelector('fall-line-app');
  const { race } = playground;
  const find = (root) =>
    [...root.querySelectorAll('*')]
      .map((element) =>
        element.localName === 'fall-line-loss-chart'
          ? element.shadowRoot.querySelector('canvas')
          : element.shadowRoot && find(element.shadowRoot),
      )
      .find(Boolean);
  const context = find(document).getContext('2d');
  const nextFrame = () => new Promise((resolve) => requestAnimationFrame(resolve));

  const grow = (curve, count, racer) => {
    const from = curve.length;
    const column = (value) => Float64Array.from({ length: count }, (_, i) => value(from + i));
    const noise = (i) => 1 + 0.3 * Math.sin(12.9898 * i * (racer + 1));
    const loss = column((i) => ((racer + 1) / (1 + 0.01 * i)) * noise(i));
    const step = column((i) => i);
    curve.append({
      step,
      epoch: step,
      samplesSeen: step,
      milliseconds: step,
      trainLoss: loss,
      testLoss: loss,
      trainAccuracy: loss,
      testAccuracy: loss,
      learningRate: loss,
    });
  };
  race.racers.forEach(({ curve }, racer) => grow(curve, points - curve.length, racer));
  race.at = points;
  const times = [];
  for (let update = 0; update < updates; ++update) {
    race.racers.forEach(({ curve }, racer) => grow(curve, 1, racer));
    const began = performance.now();
    race.emit('frame');
    // Reading a pixel makes the browser draw what it has only noted so far.
    context.getImageData(0, 0, 1, 1);
    times.push(performance.now() - began);
    await nextFrame();
  }
  return times;
}
