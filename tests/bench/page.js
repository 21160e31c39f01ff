// SPDX-License-Identifier: MIT
/** npm run bench:page: measures the built page in Chromium. PORT sets the port. */
import { describeMachine } from './machine.js';
import { pageTable } from './page-table.js';
import { launch, showInstruments, showNetwork } from './page/browser.js';
import { serve } from './page/server.js';
import { measureChart } from './page/chart.js';
import { measureDrag } from './page/drag.js';
import { measureFrames } from './page/frames.js';
import { measureInput } from './page/input.js';
import { measureOpening } from './page/opening.js';
import { measureTasks } from './page/tasks.js';
import { keep } from './results.js';
import { step } from './step.js';

const port = Number(process.env.PORT ?? 4190);

const server = await serve('web/dist', port);
const browser = await launch();
const found = { machine: { ...describeMachine(), browser: `Chromium ${browser.version()}` } };
const measure = (name, what, work) =>
  step(what, async () => {
    found[name] = await work();
  });
try {
  await measure('opening', 'opening the page', () => measureOpening(browser, server));
  await measure('tasks12', 'tasks, 12 racers', () => measureTasks(browser, server.url, 12));
  await measure('tasks12Network', 'tasks, 12 racers and a network', () =>
    measureTasks(browser, server.url, 12, showNetwork),
  );
  await measure('tasks12Instruments', 'tasks, 12 racers, a network and two instruments', () =>
    measureTasks(browser, server.url, 12, async (page) => {
      await showNetwork(page);
      await showInstruments('Gradient norm', 'Angle between updates')(page);
    }),
  );
  await measure('tasks40', 'tasks, 40 racers', () => measureTasks(browser, server.url, 40));
  await measure('input', 'input, 12 racers', () => measureInput(browser, server.url, 12));
  await measure('drag', 'dragging a rate', () => measureDrag(browser, server.url));
  await measure('frames', 'twenty frames', () => measureFrames(browser, server));
  await measure('chart', 'chart, 40 racers', () => measureChart(browser, server.url, 40, 10_000));
} finally {
  await browser.close();
  server.close();
}
console.log(`\n${pageTable(found)}\n`);
await keep('page', found, pageTable(found));
