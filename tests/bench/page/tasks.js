// SPDX-License-Identifier: MIT
import { checkRunning, openRace, play, raceOf } from './browser.js';
import { clockMs, processorMs, tasksOf, trace } from './trace.js';

const warmUpMs = 3000;
const measuredMs = 10_000;
/** The length of a frame at 60 frames per second, in milliseconds. */
export const longMs = 16;

/** The tasks of the page's main thread while that many racers train. `prepare` opens parts of the page first. */
export async function measureTasks(browser, url, racers, prepare = () => {}) {
  const page = await openRace(browser, url, raceOf(racers));
  await prepare(page);
  await play(page);
  await page.waitForTimeout(warmUpMs);
  const events = await trace(browser, page, url, () => page.waitForTimeout(measuredMs));
  await checkRunning(page);
  await page.close();
  return summary(events.filter(({ ph }) => ph === 'X'));
}

function summary(events) {
  const tasks = tasksOf(events);
  const clock = statistics(tasks.map(clockMs));
  const processor = statistics(tasks.map(processorMs));
  const long = tasks.filter((task) => processorMs(task) > longMs);
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

/** The processor time of these tasks by part, without the time of nested parts. */
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
