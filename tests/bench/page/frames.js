// SPDX-License-Identifier: MIT
import { readFileSync, readdirSync } from 'node:fs';
import { createServer } from 'node:http';
import { clockMs, processorMs, tasksOf } from './trace.js';

const frames = 20;
/** How long the reader takes from the first frame to the last. */
const scrollMs = 15_000;
const cycles = 100;
/** Frames are reopened once before memory is compared, so code that is loaded once does not count. */
const firstCycles = 10;
/** A task that takes longer can be felt, in milliseconds. */
const longMs = 50;

/**
 * A page of another origin with many frames: what they load before and after they are seen, the tasks
 * while a reader scrolls by all of them, and the memory that is left after a frame was opened and closed
 * many times.
 */
export async function measureFrames(browser, site) {
  const host = await serveHost(site.url);
  try {
    return {
      frames,
      ...(await scrollBy(browser, site, host.url)),
      memory: await reopen(browser, host.url),
    };
  } finally {
    host.close();
  }
}

/** `localhost` and `127.0.0.1` are two sites, so the browser gives the frames a process of their own. */
async function serveHost(siteUrl) {
  const frame = (index) =>
    `<p style="height: 60vh">Paragraph ${index}.</p><iframe title="Race ${index}" width="100%" height="480"
      sandbox="allow-scripts allow-popups" frameborder="0"
      src="${siteUrl}embed.html#v=3&seed=${index}&steps=500&run=sgd&run=adam"></iframe>`;
  const many = Array.from({ length: frames }, (_, index) => frame(index)).join('');
  const server = createServer(({ url }, response) => {
    response.writeHead(200, { 'content-type': 'text/html' });
    response.end(`<!doctype html><title>A text</title><div style="height: 150vh">Begins here.</div>
      <main>${url === '/one' ? '' : many}</main>`);
  });
  await new Promise((listening) => server.listen(0, '127.0.0.1', listening));
  return { url: `http://127.0.0.1:${server.address().port}/`, close: () => server.close() };
}

async function scrollBy(browser, site, url) {
  site.loaded.clear();
  const page = await openHost(browser, url);
  await page.waitForTimeout(2000);
  const unseen = sum(site.loaded);
  await browser.startTracing(page, {
    categories: ['-*', 'devtools.timeline', 'disabled-by-default-devtools.timeline'],
  });
  const start = performance.now();
  for (let share = 0; share < 1;) {
    share = Math.min(1, (performance.now() - start) / scrollMs);
    await page.evaluate((at) => globalThis.scrollTo(0, at * document.body.scrollHeight), share);
    await page.waitForTimeout(16);
  }
  await page.waitForTimeout(1000);
  const { traceEvents } = JSON.parse((await browser.stopTracing()).toString());
  const tasks = tasksOf(framesThreads(traceEvents, url));
  const seen = Object.fromEntries(site.loaded);
  const started = await countEngines(page);
  await page.close();
  return {
    unseen,
    seen,
    started,
    tasks: {
      over50: tasks.filter((task) => clockMs(task) > longMs).length,
      longest: Math.max(...tasks.map(clockMs)),
      processor: Math.max(...tasks.map(processorMs)),
    },
  };
}

const openHost = async (browser, url) => {
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
  await page.goto(url, { waitUntil: 'load' });
  return page;
};

/** The main threads of all renderers but the host's own. */
function framesThreads(events, hostUrl) {
  const start = events.find(({ name }) => name === 'TracingStartedInBrowser');
  const host = start.args.data.frames.find((frame) => frame.url.startsWith(hostUrl));
  const isMain = ({ name, pid, args }) =>
    name === 'thread_name' && args.name === 'CrRendererMain' && pid !== host.processId;
  const mains = new Set(events.filter(isMain).map(({ pid, tid }) => `${pid} ${tid}`));
  return events.filter(({ pid, tid }) => mains.has(`${pid} ${tid}`));
}

/** How many frames have compiled an engine: those whose race was made. */
async function countEngines(page) {
  let engines = 0;
  for (const frame of page.frames().slice(1))
    engines += await frame.evaluate(() =>
      Number(
        (document.querySelector('fall-line-figure')?.playground?.race.racers[0]?.curve.length ??
          0) > 0,
      ),
    );
  return engines;
}

/** The memory of all processes of the browser, in MB, before and after a frame was reopened many times. */
async function reopen(browser, url) {
  const page = await openHost(browser, `${url}one`);
  const frame = (await (await globalThis.fetch(url)).text()).match(/<iframe[^>]*>/)?.[0] ?? '';
  const cycle = async () => {
    await page.evaluate((markup) => {
      globalThis.scrollTo(0, 0);
      document.querySelector('main').innerHTML = `${markup}</iframe>`;
      document.querySelector('iframe').scrollIntoView();
    }, frame);
    const child = await (await page.waitForSelector('iframe')).contentFrame();
    await child.waitForFunction(
      () => document.querySelector('fall-line-figure')?.playground?.race.state === 'ready',
    );
    await page.evaluate(() => document.querySelector('main').replaceChildren());
  };
  for (let i = 0; i < firstCycles; ++i) await cycle();
  const before = await settledMemory(page);
  for (let i = 0; i < cycles; ++i) await cycle();
  const after = await settledMemory(page);
  await page.close();
  return { cycles, before, after };
}

async function settledMemory(page) {
  const session = await page.context().newCDPSession(page);
  await session.send('HeapProfiler.collectGarbage');
  await page.waitForTimeout(5000);
  return memoryOfChildren();
}

/** Resident megabytes of all processes that this one has started, shared pages divided among those that share them. */
function memoryOfChildren() {
  const parents = new Map();
  for (const name of readdirSync('/proc').filter((entry) => /^\d+$/.test(entry))) {
    const status = read(`/proc/${name}/status`);
    parents.set(Number(name), Number(/^PPid:\t(\d+)/m.exec(status)?.[1]));
  }
  const isOurs = (pid) => pid === process.pid || (parents.has(pid) && isOurs(parents.get(pid)));
  const kilobytes = [...parents.keys()]
    .filter((pid) => pid !== process.pid && isOurs(pid))
    .map((pid) => Number(/^Pss:\s+(\d+)/m.exec(read(`/proc/${pid}/smaps_rollup`))?.[1] ?? 0));
  return kilobytes.reduce((total, size) => total + size, 0) / 1000;
}

/** A process may end while it is read. */
function read(file) {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}

const sum = (loaded) => [...loaded.values()].reduce((total, bytes) => total + bytes, 0);
