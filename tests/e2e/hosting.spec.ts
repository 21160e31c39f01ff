// SPDX-License-Identifier: MIT
// The built site on a server of another kind than the one of the other tests.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { play, racers, until } from './support/race.ts';
import { dist, Site } from './support/site.ts';
import { expect, test } from './support/test.ts';

const race = '#v=3&speed=max&steps=200&run=sgd&run=adam';
/** A race that needs the other engine, and the part of it that is loaded late. */
const preciseRace = '#v=3&speed=max&steps=20&run=newton&surface=rosenbrock';

test('the site works below any path', async ({ page }) => {
  const site = await Site.below('/some/path/');
  const outside: string[] = [];
  page.on('request', (request) => {
    const url = request.url();
    if (url.startsWith('http') && !url.startsWith(site.address)) outside.push(url);
  });
  for (const name of ['', 'index.html', 'embed.html', 'playground.html']) {
    await page.goto(`${site.address}${name}${race}`);
    await until(page, 'ready');
    await play(page);
    await until(page, 'finished');
    expect((await racers(page)).map(({ step }) => step)).toEqual([200, 200]);
  }
  await page.goto(`${site.address}reference/index.html`);
  await page.getByRole('link', { name: 'Adam', exact: true }).first().click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Adam');
  expect(outside).toEqual([]);
  site.close();
});

test('the page runs under the policy that the build writes', async ({ page }) => {
  const site = await Site.below();
  const policy = readFileSync(join(dist, 'content-security-policy.txt'), 'utf8').trim();
  expect(policy).not.toContain("'unsafe-eval'");
  site.headers = { 'content-security-policy': policy };
  for (const hash of [race, preciseRace]) {
    await page.goto('about:blank');
    await page.goto(`${site.address}${hash}`);
    await until(page, 'ready');
    await play(page);
    await until(page, 'finished');
  }
  await page.getByRole('button', { name: 'Add a racer' }).click();
  await expect(page.getByRole('button', { name: 'Momentum' }).first()).toBeVisible();
  // Fails, too, if the console reports that anything was blocked.
  site.close();
});
