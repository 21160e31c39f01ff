// SPDX-License-Identifier: MIT
/** npm run bench:page: measures the built page in Chromium. PORT sets the port. */
import { setUp } from '../../.ci/setup.js';
import { buildEngine, buildSite } from '../../.ci/site.js';
import { main, step } from '../../.ci/steps.js';
import { describeMachine } from './machine.js';
import { pageTable } from './page-table.js';
import { keep } from './results.js';

const port = Number(process.env.PORT ?? 4190);

main(async () => {
  await setUp('building', 'benchmarking');
  await buildEngine();
  await buildSite();
  // Imported only now, because setUp may have to install npm's packages first.
  const { launch } = await import('./page/browser.js');
  const { serve } = await import('./page/server.js');
  const { measureChart } = await import('./page/chart.js');
  const { measureInput } = await import('./page/input.js');
  const { measureOpening } = await import('./page/opening.js');
  const { measureTasks } = await import('./page/tasks.js');

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
    await measure('tasks40', 'tasks, 40 racers', () => measureTasks(browser, server.url, 40));
    await measure('input', 'input, 12 racers', () => measureInput(browser, server.url, 12));
    await measure('chart', 'chart, 40 racers', () => measureChart(browser, server.url, 40, 10_000));
  } finally {
    await browser.close();
    server.close();
  }
  console.log(`\n${pageTable(found)}\n`);
  await keep('page', found, pageTable(found));
});
