// SPDX-License-Identifier: MIT
import { openRace, raceOf } from './browser.js';
import { clockMs, processorMs, tasksOf, trace } from './trace.js';

/**
 * Milliseconds of each frame that redraws the chart, with that many racers and points per racer. Before
 * each frame every racer gains a point. The curves are synthetic, because a real race gains only some
 * fifty points each time its length doubles.
 */
export async function measureChart(browser, url, racers, points, updates = 200) {
  const page = await openRace(browser, url, raceOf(racers, points + updates));
  const events = await trace(browser, page, url, () => page.evaluate(draw, { points, updates }));
  await page.close();
  const drawn = events.filter(({ name }) => name === 'chart').map(({ ts }) => ts);
  const frames = tasksOf(events).filter(({ ts, dur }) =>
    drawn.some((moment) => moment >= ts && moment <= ts + dur),
  );
  const last = frames.slice(-updates);
  return {
    ...{ racers, points, updates },
    clock: summary(last.map(clockMs)),
    processor: summary(last.map(processorMs)),
  };
}

function summary(times) {
  const sorted = times.toSorted((a, b) => a - b);
  const at = (share) => sorted[Math.floor(share * (sorted.length - 1))];
  return { best: at(0), median: at(0.5), percentile95: at(0.95), longest: at(1) };
}

/** Runs in the page. Marks the times when the chart starts to draw. */
async function draw({ points, updates }) {
  const { playground } = document.querySelector('fall-line-app');
  const { race } = playground;
  let pictures = 0;
  const { clearRect } = CanvasRenderingContext2D.prototype;
  CanvasRenderingContext2D.prototype.clearRect = function (...rectangle) {
    if (this.canvas.getRootNode().host?.localName === 'fall-line-loss-chart') {
      performance.mark('chart');
      pictures++;
    }
    clearRect.apply(this, rectangle);
  };
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
      weightNorms: curve.layers.map(() => loss),
    });
  };
  race.racers.forEach(({ curve }, racer) => grow(curve, points - curve.length, racer));
  race.at = points;
  // One more, because the first also draws the axes.
  for (let update = 0; update <= updates; ++update) {
    race.racers.forEach(({ curve }, racer) => grow(curve, 1, racer));
    const before = pictures;
    race.emit('frame');
    while (pictures === before) await nextFrame();
    await nextFrame();
  }
}
