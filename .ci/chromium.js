// SPDX-License-Identifier: MIT
import { findCommand, isExecutable } from './commands.js';

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
const applications = [
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

/** The path of the browser to test in: $CHROMIUM, or the first installed; or undefined. */
export function findChromium() {
  if (process.env.CHROMIUM) return process.env.CHROMIUM;
  for (const name of names) {
    const found = findCommand(name);
    if (found) return found;
  }
  return applications.find(isExecutable);
}

/** With software rendering, as root too, and without talking to anybody. */
export const chromiumOptions = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];
