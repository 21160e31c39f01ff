// SPDX-License-Identifier: MIT
import type { Playground } from './playground.ts';

const writeDelayMs = 300;

/** The link the page was opened with: its hash, or `?s=` where a host drops hashes. */
export function linkOfAddress(): string {
  return location.hash.length > 1
    ? location.hash
    : (new URLSearchParams(location.search).get('s') ?? '');
}

/** Keeps the hash and the settings the same, whichever changes. */
export function bindAddress(playground: Playground): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let written = '';
  playground.on('settings', () => {
    clearTimeout(timer);
    timer = setTimeout(async () => {
      try {
        await playground.learn();
        written = `#${playground.link}`;
        history.replaceState(null, '', written);
      } catch {
        // Some sandboxes forbid it, and what writes links may be out of reach; "Copy link" still works.
      }
    }, writeDelayMs);
  });
  addEventListener('hashchange', () => {
    if (location.hash !== written) void playground.openLink(location.hash);
  });
}
