// SPDX-License-Identifier: MIT
import { readQuery } from '../page/looks.ts';
import type { Playground } from './playground.ts';
import type { Place } from '../page/query-notices.ts';
import { sameProblem } from '../model/problem-kinds.ts';
import type { Settings } from '../model/settings.ts';

const writeDelayMs = 300;

/**
 * The link the page was opened with: its hash, or `?s=` for hosts that drop hashes, or the step of a
 * lesson as `?lesson=`. The hash is first, because it follows what the reader does.
 */
export function linkOfAddress(): string {
  if (location.hash.length > 1) return location.hash;
  const query = readQuery(location.search);
  const lesson = query.get('lesson');
  return query.get('s') ?? (lesson === null ? '' : `lesson=${lesson}`);
}

/** Adds notices about options of the query that can't be used. */
export async function checkQuery(playground: Playground, place: Place): Promise<void> {
  if (location.search === '') return;
  try {
    const { queryNotices } = await import('../page/query-notices.ts');
    playground.addNotices(queryNotices(location.search, place, playground));
  } catch {
    // The code for notices could not be loaded. The race works without it.
  }
}

/**
 * Keeps the hash and the settings in sync. Another problem or example adds an entry to the browser's
 * history, so Back leads to the last one. Smaller changes replace the entry. In a frame no entry is
 * added, because Back belongs to the page around it.
 */
export function bindAddress(playground: Playground): void {
  const framed = window.parent !== window;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let last = playground.settings;
  /** The hash that the page knows of. If the address has another one, its hashchange event is still to come. */
  let known = location.hash;
  /** Whether a link from the address is being opened. Its history entry already exists. */
  let arriving = false;

  const write = (settings: Settings, isNew: boolean): void => {
    const hash = `#${playground.linkOf(settings)}`;
    if (isNew) history.pushState(null, '', hash);
    else history.replaceState(null, '', hash);
    known = location.hash;
  };

  playground.on('settings', () => {
    const { settings } = playground;
    const before = last;
    const { goesOn } = playground;
    const isNew = !framed && !arriving && !goesOn && isLandmark(before, settings);
    last = settings;
    clearTimeout(timer);
    if (isNew) {
      void attempt(playground, () => {
        if (location.hash !== known) return;
        write(before, false);
        write(settings, true);
      });
    } else
      timer = setTimeout(
        () => void attempt(playground, () => location.hash === known && write(last, false)),
        writeDelayMs,
      );
  });

  addEventListener('hashchange', async () => {
    if (location.hash === known) return;
    known = location.hash;
    arriving = true;
    try {
      await playground.openLink(location.hash);
    } finally {
      arriving = false;
    }
  });
}

/** Whether a change deserves a history entry: the problem, the example, or the lesson's step differs. */
function isLandmark(before: Settings, after: Settings): boolean {
  const opened =
    (after.example !== '' && after.example !== before.example) ||
    (after.lesson !== '' && after.lesson !== before.lesson);
  return opened || !sameProblem(before, after);
}

/** Ignores failures: some sandboxes forbid it, and the code that writes links may fail to load. */
async function attempt(playground: Playground, write: () => unknown): Promise<void> {
  try {
    await playground.loadDeferred();
    write();
  } catch {
    // The page works without it.
  }
}
