// SPDX-License-Identifier: MIT
import type { Catalog } from '../../../wasm/types.ts';
import type { Settings } from '../model/settings.ts';
import { suggestion } from '../model/links/nearest.ts';
import { type Notice, Notices } from '../model/links/notices.ts';
import { current } from '../language/current.ts';
import { offered } from '../language/offered.ts';
import { isKnown as isLanguage } from '../language/other-languages.ts';
import { phrase, type Phrase } from '../language/phrase.ts';
import { type Looks, looksOf, readQuery } from './looks.ts';
import { lockable, namesNothing, parts, settingName, type Showable, showableIn } from './parts.ts';

/** The page (index.html) or the frame (embed.html). */
export type Place = 'page' | 'frame';

const tags = offered.map(({ tag }) => tag);

/** The options of each page's query. */
const queryKeys = {
  ui: { page: ['full'], frame: ['compact', 'chart', 'full'] },
  theme: { page: ['auto', 'light', 'dark'], frame: ['auto', 'light', 'dark'] },
  lang: { page: tags, frame: tags },
  autostart: { page: ['0', '1'], frame: ['0', '1'] },
  hide: { page: ['racers', 'problem'], frame: parts },
  show: { page: [], frame: parts },
  lock: { page: [], frame: lockable },
} satisfies Record<keyof Looks, Record<Place, readonly string[]>>;

/** The keys that hold a link, and the step of a lesson. */
const linkKeys = ['s', 'lesson'];

/** Tracking options that mail and social sites add to addresses. They are ignored. */
const added = /^(utm_.+|.+clid|mc_[ce]id|igsh(id)?|_g[al])$/;

/** The keys whose value is a list. In those of a frame there may be single settings. */
const lists: readonly string[] = ['hide', 'show', 'lock'];

/** Notices about options of the query that are unknown, or have no effect on this page with this race. */
export function queryNotices(
  search: string,
  place: Place,
  { catalog, settings }: { catalog: Catalog; settings: Settings },
): Notice[] {
  const notices = Notices.ofLink();
  const query = readQuery(search);
  const isWhole = place === 'page' || query.get('ui') === 'full';
  const showable = isWhole ? undefined : showableIn(catalog, settings);
  const read = new Set<string>();
  for (const [key, text] of query) {
    if (added.test(key)) continue;
    if (read.has(key)) {
      notices.add(key, text, '', { says: phrase('{field} is given twice.') });
    } else if (isKnown(key)) {
      check(notices, key, text, place, showable);
    } else if (!linkKeys.includes(key)) {
      const near = suggestion(key, ids([...Object.keys(queryKeys), ...linkKeys]));
      notices.add(key, text, '', { says: phrase('{field} is not a known setting.'), ...near });
    }
    read.add(key);
  }
  if (showable && namesOther(looksOf(search, 'compact').show, showable)) {
    const says = phrase('{field} names nothing that this race has.');
    notices.add('show', query.get('show') ?? '', '', { says });
  }
  return notices.list;
}

/** Adds notices about one option. `showable` is undefined where the whole page is shown. */
function check(
  notices: Notices,
  key: keyof typeof queryKeys,
  text: string,
  place: Place,
  showable: Showable | undefined,
): void {
  const isList = lists.includes(key);
  const words: readonly string[] = queryKeys[key][isList && !showable ? 'page' : place];
  if (words.length === 0) {
    const says =
      place === 'page'
        ? phrase('{field} has an effect only in a frame.')
        : phrase('{field} has no effect with {option}.', { option: 'ui=full' });
    notices.add(key, text, '', { says });
    return;
  }
  const settings = isList ? (showable?.settings ?? []) : [];
  const [named = []] = settings;
  for (const word of isList ? text.split(',') : [text]) {
    if (words.includes(word) || (key === 'lang' && isLanguage(word))) continue;
    const setting = settingName(word);
    if (setting && settings[setting.racer]?.includes(setting.id)) continue;
    const [usual = ''] = isList ? [] : words;
    const used = key === 'lang' ? current().tag : usual;
    const near = suggestion(word, ids([...words, ...named]));
    const says =
      named.length > 0
        ? phrase(
            '{field} must be {words}, or a setting of a racer such as learningRate on this page.',
            {
              words: either(words),
            },
          )
        : phrase('{field} must be {words} on this page.', { words: either(words) });
    notices.add(key, word, used, { says, ...near });
  }
}

/** Whether a list has names of parts, but of none that this race has. Other names have their own notices. */
const namesOther = (show: Looks['show'], showable: Showable): boolean =>
  parts.some((part) => show.has(part)) && namesNothing(show, showable);

/** `transport or chart`. */
const either = (words: readonly string[]): Phrase =>
  words
    .map((text): Phrase => ({ text }))
    .reduce((first, second) => phrase('{first} or {second}', { first, second }));

const isKnown = (key: string): key is keyof typeof queryKeys => Object.hasOwn(queryKeys, key);
const ids = (words: readonly string[]) => words.map((id) => ({ id }));
