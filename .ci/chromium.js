// SPDX-License-Identifier: MIT
import { findCommand, isExecutable } from './commands.js';

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
const applications = [
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

/** The path of the browser for tests: $CHROMIUM, or the first one installed, or undefined. */
export function findChromium() {
  if (process.env.CHROMIUM) return process.env.CHROMIUM;
  for (const name of names) {
    const found = findCommand(name);
    if (found) return found;
  }
  return applications.find(isExecutable);
}

/** Software rendering, also as root, and no network requests of the browser itself. */
export const chromiumOptions = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];
