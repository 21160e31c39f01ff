// SPDX-License-Identifier: MIT
import { openRace, play, raceOf } from './browser.js';

const categories = ['-*', 'devtools.timeline', 'disabled-by-default-devtools.timeline'];
const warmUpMs = 3000;
const measuredMs = 10_000;
/** A frame at 60 a second. */
export const longMs = 16;

/** What the main thread of our page does while so many racers train. */
export async function measureTasks(browser, url, racers) {
  const page = await openRace(browser, url, raceOf(racers));
  await play(page);
  await page.waitForTimeout(warmUpMs);
  await browser.startTracing(page, { categories });
  await page.waitForTimeout(measuredMs);
  const { traceEvents } = JSON.parse((await browser.stopTracing()).toString());
  await page.close();
  return summary(mainThread(traceEvents, url));
}

/** Finished events of the main thread of the renderer that shows `url`, in order of their start. */
function mainThread(events, url) {
  const start = events.find(({ name }) => name === 'TracingStartedInBrowser');
  const { processId } = start.args.data.frames.find((frame) => frame.url.startsWith(url));
  const isMain = ({ name, pid, args }) =>
    name === 'thread_name' && pid === processId && args.name === 'CrRendererMain';
  const { tid } = events.find(isMain);
  return events
    .filter((event) => event.ph === 'X' && event.pid === processId && event.tid === tid)
    .sort((a, b) => a.ts - b.ts || b.dur - a.dur);
}

/** Milliseconds: on the clock, and of the processor, which others may have taken meanwhile. */
function summary(events) {
  const tasks = events.filter(({ name }) => name === 'RunTask');
  const clock = statistics(tasks.map(({ dur }) => dur / 1000));
  const processor = statistics(tasks.map(({ tdur }) => tdur / 1000));
  const long = tasks.filter(({ tdur }) => tdur / 1000 > longMs);
  return {
    seconds: measuredMs / 1000,
    tasks: tasks.length,
    clock,
    processor,
    in: parts(events, long),
  };
}

function statistics(durations) {
  return {
    over: durations.filter((duration) => duration > longMs).length,
    longest: Math.max(...durations),
    sum: durations.reduce((sum, duration) => sum + duration, 0),
  };
}

/** Of the processor time of these tasks, each part's share that is not within another part. */
function parts(events, tasks) {
  const own = {};
  for (const task of tasks) {
    const end = task.ts + task.dur;
    const open = [task];
    for (const event of events.filter(({ ts }) => ts >= task.ts && ts < end)) {
      if (event === task) continue;
      while (event.ts >= open.at(-1).ts + open.at(-1).dur) open.pop();
      own[event.name] = (own[event.name] ?? 0) + (event.tdur ?? 0);
      const around = open.at(-1);
      if (around !== task) own[around.name] -= event.tdur ?? 0;
      open.push(event);
    }
  }
  const whole = tasks.reduce((sum, { tdur }) => sum + tdur, 0);
  return Object.fromEntries(
    Object.entries(own)
      .map(([name, time]) => [name, time / whole])
      .filter(([, share]) => share >= 0.03)
      .sort(([, a], [, b]) => b - a),
  );
}
