// SPDX-License-Identifier: MIT
import { openRace, raceOf } from './browser.js';
import { clockMs, processorMs, tasksOf, trace } from './trace.js';

/**
 * Milliseconds of the frames in which the chart is drawn anew, with so many racers of so many points
 * each: everybody gains a point, and the page makes a picture of it. The curves are made up, since the
 * ladder of a race grows by some fifty points each time that its length doubles.
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

/** In the page. Marks the moments at which the chart begins to draw. */
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
    });
  };
  race.racers.forEach(({ curve }, racer) => grow(curve, points - curve.length, racer));
  race.at = points;
  // The first draws the axes, too.
  for (let update = 0; update <= updates; ++update) {
    race.racers.forEach(({ curve }, racer) => grow(curve, 1, racer));
    const before = pictures;
    race.emit('frame');
    while (pictures === before) await nextFrame();
    await nextFrame();
  }
}
