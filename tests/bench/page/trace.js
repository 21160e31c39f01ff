// SPDX-License-Identifier: MIT

const categories = [
  '-*',
  'devtools.timeline',
  'disabled-by-default-devtools.timeline',
  'blink.user_timing',
];

/** The trace events of the main thread of the page at `url` during `meanwhile`, by start time. */
export async function trace(browser, page, url, meanwhile) {
  await browser.startTracing(page, { categories });
  await meanwhile();
  const { traceEvents } = JSON.parse((await browser.stopTracing()).toString());
  return mainThread(traceEvents, url);
}

/** The main thread of the renderer that shows `url`. */
function mainThread(events, url) {
  const start = events.find(({ name }) => name === 'TracingStartedInBrowser');
  const { processId } = start.args.data.frames.find((frame) => frame.url.startsWith(url));
  const isMain = ({ name, pid, args }) =>
    name === 'thread_name' && pid === processId && args.name === 'CrRendererMain';
  const { tid } = events.find(isMain);
  return events
    .filter((event) => event.pid === processId && event.tid === tid)
    .sort((a, b) => a.ts - b.ts || b.dur - a.dur);
}

/** The tasks of the main thread. Each runs to its end before the next one starts. */
export const tasksOf = (events) =>
  events.filter(({ name, ph }) => name === 'RunTask' && ph === 'X');

/** Milliseconds of wall time, and of processor time, which excludes waiting for other processes. */
export const clockMs = ({ dur }) => dur / 1000;
export const processorMs = ({ tdur }) => tdur / 1000;
