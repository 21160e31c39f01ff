// SPDX-License-Identifier: MIT
import { suggestion } from '../model/links/nearest.ts';
import { type Notice, Notices } from '../model/links/notices.ts';
import { current } from '../language/current.ts';
import { offered } from '../language/offered.ts';
import { isKnown as isLanguage } from '../language/other-languages.ts';
import { phrase, type Phrase } from '../language/phrase.ts';
import { type Looks, readQuery } from './looks.ts';
import { lockable, parts, settingName } from './parts.ts';

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

/**
 * Notices about options of the query that are unknown, or have no effect on this page. `settings` are the ids
 * of the settings of each racer.
 */
export function queryNotices(
  search: string,
  place: Place,
  settings: readonly (readonly string[])[] = [],
): Notice[] {
  const notices = Notices.ofLink();
  for (const [key, text] of readQuery(search)) {
    if (linkKeys.includes(key) || added.test(key)) continue;
    if (!isKnown(key)) {
      const near = suggestion(key, ids([...Object.keys(queryKeys), ...linkKeys]));
      notices.add(key, text, '', { says: phrase('{field} is not a known setting.'), ...near });
      continue;
    }
    const words: readonly string[] = queryKeys[key][place];
    if (words.length === 0) {
      notices.add(key, text, '', { says: phrase('{field} has an effect only in a frame.') });
      continue;
    }
    const isList = lists.includes(key);
    const named = isList && place === 'frame' ? (settings[0] ?? []) : [];
    for (const word of isList ? text.split(',') : [text]) {
      if (words.some((known) => known === word) || (key === 'lang' && isLanguage(word))) continue;
      const setting = settingName(word);
      if (isList && setting && settings[setting.racer]?.includes(setting.id)) continue;
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
  return notices.list;
}

/** `transport or chart`. */
const either = (words: readonly string[]): Phrase =>
  words
    .map((text): Phrase => ({ text }))
    .reduce((first, second) => phrase('{first} or {second}', { first, second }));

const isKnown = (key: string): key is keyof typeof queryKeys => Object.hasOwn(queryKeys, key);
const ids = (words: readonly string[]) => words.map((id) => ({ id }));
