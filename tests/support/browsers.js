// SPDX-License-Identifier: MIT
// Finds the browsers that tests and benchmarks run in.
import { readdirSync } from 'node:fs';
import { findCommand, isExecutable } from './commands.js';

const chromiumNames = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
const chromiumApplications = [
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

/** The path of Chromium or Chrome: $CHROMIUM, or the first one installed, or undefined. */
export const findChromium = () =>
  process.env.CHROMIUM ?? firstCommand(chromiumNames) ?? chromiumApplications.find(isExecutable);

/**
 * The path of what tests run in: $CHROMIUM, or Chromium's headless shell, which opens a page with two
 * thirds of the work, or Chromium with its windows, or undefined.
 */
export const findTestChromium = () =>
  process.env.CHROMIUM ?? firstCommand(['chromium-headless-shell']) ?? findChromium();

/** Software rendering, also as root, and no network requests of the browser itself. */
export const chromiumOptions = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** The path of Firefox: $FIREFOX, or the first one installed, or undefined. */
export const findFirefox = () =>
  process.env.FIREFOX ??
  firstCommand(['firefox-esr', 'firefox']) ??
  ['/Applications/Firefox.app/Contents/MacOS/firefox'].find(isExecutable);

/** The path of MiniBrowser, which WebKitGTK's driver starts. Its folder depends on the architecture. */
export function findMiniBrowser() {
  if (process.platform !== 'linux') return undefined;
  const folders = readdirSync('/usr/lib').filter((name) => name.endsWith('-linux-gnu'));
  return folders
    .map((folder) => `/usr/lib/${folder}/webkit2gtk-4.1/MiniBrowser`)
    .find(isExecutable);
}

function firstCommand(names) {
  for (const name of names) {
    const found = findCommand(name);
    if (found) return found;
  }
  return undefined;
}
