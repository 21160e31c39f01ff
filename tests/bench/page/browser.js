// SPDX-License-Identifier: MIT
import { chromium } from '@playwright/test';
import { chromiumOptions, findChromium } from '../../../.ci/chromium.js';

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

/** Chromium fills every new window's pop-up of the address bar, some hundred scripts, just then. */
const noPopUps = '--disable-features=WebUIOmniboxPopup,WebUIOmniboxAimPopup,WebUIOmniboxFullPopup';

export const launch = () =>
  chromium.launch({ executablePath: findChromium(), args: [...chromiumOptions, noPopUps] });

/** A race of so many racers, long enough never to end while it is measured. */
export const raceOf = (racers, steps = 1e9) => {
  const runs = Array.from({ length: racers }, (_, i) => `run=${rules[i % rules.length]}`);
  return `#v=1&speed=max&steps=${steps}&${runs.join('&')}`;
};

/** A page of its own, at the start of the race. */
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

/** A race that has ended tells nothing of one that runs. */
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
