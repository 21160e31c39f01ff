// SPDX-License-Identifier: MIT
import { readQuery } from './looks.ts';
import type { Playground } from './playground.ts';
import type { Place } from './query-notices.ts';

const writeDelayMs = 300;

/** The link the page was opened with: its hash, or `?s=` where a host drops hashes. */
export function linkOfAddress(): string {
  return location.hash.length > 1 ? location.hash : (readQuery(location.search).get('s') ?? '');
}

/** Says what the query asks for in vain; few addresses have one. */
export async function checkQuery(playground: Playground, place: Place): Promise<void> {
  if (location.search === '') return;
  try {
    const { queryNotices } = await import('./query-notices.ts');
    playground.addNotices(queryNotices(location.search, place));
  } catch {
    // Out of reach, like all that few readers need: the race goes on without it.
  }
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
