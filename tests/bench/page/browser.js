// SPDX-License-Identifier: MIT
import { chromium } from '@playwright/test';
import { chromiumOptions, findChromium } from '../../support/browsers.js';

const rules = [
  'sgd',
  'momentum',
  'nesterov',
  'adagrad',
  'adadelta',
  'rmsprop',
  'adam',
  'adamw',
  'amsgrad',
  'adamax',
  'nadam',
  'radam',
];

/** Otherwise Chromium runs some hundred scripts for the address bar's pop-up in every new window. */
const noPopUps = '--disable-features=WebUIOmniboxPopup,WebUIOmniboxAimPopup,WebUIOmniboxFullPopup';

export const launch = () =>
  chromium.launch({ executablePath: findChromium(), args: [...chromiumOptions, noPopUps] });

/** The link of a race with that many racers. It is long enough not to end during a measurement. */
export const raceOf = (racers, steps = 1e9) => {
  const runs = Array.from({ length: racers }, (_, i) => `run=${rules[i % rules.length]}`);
  return `#v=1&speed=max&steps=${steps}&${runs.join('&')}`;
};

/** Opens a new page with the race, before its start. */
export async function openRace(browser, url, link) {
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
  await page.goto(url + link);
  await untilState(page, 'ready');
  return page;
}

export async function play(page) {
  await page.getByRole('button', { name: 'Play' }).click();
  await untilState(page, 'running');
}

/** Shows the network of a racer, which is drawn anew all the time. */
export async function showNetwork(page) {
  await page.locator('summary').filter({ hasText: 'Inside the network' }).click();
  await page.locator('fall-line-network-map canvas').scrollIntoViewIfNeeded();
}

/** Opens the instruments and switches some on. */
export const showInstruments =
  (...names) =>
  async (page) => {
    await page.locator('summary').filter({ hasText: 'Instruments' }).click();
    const list = page.getByRole('group', { name: 'Instruments' });
    for (const name of names) await list.getByRole('button', { name, exact: true }).click();
    await page.locator('fall-line-instrument').last().scrollIntoViewIfNeeded();
  };

/** Fails if the race has ended, because the figures are about a running race. */
export async function checkRunning(page) {
  const state = await page.evaluate(
    () => document.querySelector('fall-line-app')?.playground.race.state,
  );
  if (state !== 'running') throw new Error(`The race was measured, but it is ${state}.`);
}

function untilState(page, wanted) {
  return page.waitForFunction(
    (state) => document.querySelector('fall-line-app')?.playground.race.state === state,
    wanted,
  );
}
