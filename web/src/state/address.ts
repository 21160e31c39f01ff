// SPDX-License-Identifier: MIT
import { readQuery } from './looks.ts';
import type { Playground } from './playground.ts';
import type { Place } from './query-notices.ts';
import type { Settings } from './settings.ts';

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

/**
 * Keeps the hash and the settings the same, whichever changes. Another problem or example becomes an
 * entry of its own in the browser's history, so that Back leads to the last one; smaller changes
 * rewrite the entry. In a frame none is added: Back belongs to the page around it.
 */
export function bindAddress(playground: Playground): void {
  const framed = window.parent !== window;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let written = '';
  let last = playground.settings;
  /** Whether a link of the address is being opened: its entry is there already. */
  let arriving = false;

  const write = (settings: Settings, isNew: boolean): void => {
    written = `#${playground.linkOf(settings)}`;
    if (isNew) history.pushState(null, '', written);
    else history.replaceState(null, '', written);
  };

  playground.on('settings', () => {
    const { settings } = playground;
    const before = last;
    const isNew = !framed && !arriving && isLandmark(before, settings);
    last = settings;
    clearTimeout(timer);
    if (isNew) {
      void attempt(playground, () => {
        write(before, false);
        write(settings, true);
      });
    } else
      timer = setTimeout(() => void attempt(playground, () => write(last, false)), writeDelayMs);
  });

  addEventListener('hashchange', async () => {
    if (location.hash === written) return;
    arriving = true;
    try {
      await playground.openLink(location.hash);
    } finally {
      arriving = false;
    }
  });
}

/** Whether a reader would want to come back from one race to the other: it has another problem or example. */
function isLandmark(before: Settings, after: Settings): boolean {
  const opened = after.example !== '' && after.example !== before.example;
  return (
    opened ||
    before.surface?.id !== after.surface?.id ||
    (after.surface === null && before.dataset.id !== after.dataset.id)
  );
}

/** Some sandboxes forbid it, and what writes links may be out of reach; "Copy link" still works. */
async function attempt(playground: Playground, write: () => void): Promise<void> {
  try {
    await playground.learn();
    write();
  } catch {
    // The page goes on without it.
  }
}
