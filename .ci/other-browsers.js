// SPDX-License-Identifier: MIT
import { readdirSync } from 'node:fs';
import { findCommand, isExecutable } from './commands.js';

/** The path of Firefox: $FIREFOX, or the first one installed, or undefined. */
export function findFirefox() {
  if (process.env.FIREFOX) return process.env.FIREFOX;
  const application = '/Applications/Firefox.app/Contents/MacOS/firefox';
  const found = findCommand('firefox-esr') ?? findCommand('firefox');
  return found ?? [application].find(isExecutable);
}

/** The path of MiniBrowser, which WebKitGTK's driver starts. Its folder depends on the architecture. */
export function findMiniBrowser() {
  if (process.platform !== 'linux') return undefined;
  const folders = readdirSync('/usr/lib').filter((name) => name.endsWith('-linux-gnu'));
  return folders
    .map((folder) => `/usr/lib/${folder}/webkit2gtk-4.1/MiniBrowser`)
    .find(isExecutable);
}
