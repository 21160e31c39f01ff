// SPDX-License-Identifier: MIT
import { suggestion } from '../model/links/nearest.ts';
import { type Notice, Notices } from '../model/links/notices.ts';
import { offered } from '../language/languages.ts';
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
      const hint = suggestion(key, ids([...Object.keys(queryKeys), ...linkKeys]));
      notices.add(key, text, '', { why: 'is not a known setting', hint });
      continue;
    }
    const words: readonly string[] = queryKeys[key][place];
    if (words.length === 0) {
      notices.add(key, text, '', { why: 'has an effect only in a frame', hint: '' });
      continue;
    }
    const isList = lists.includes(key);
    const named = isList && place === 'frame' ? (settings[0] ?? []) : [];
    for (const word of isList ? text.split(',') : [text]) {
      if (words.some((known) => known === word)) continue;
      const setting = settingName(word);
      if (isList && setting && settings[setting.racer]?.includes(setting.id)) continue;
      const [used = ''] = isList ? [] : words;
      const hint = suggestion(word, ids([...words, ...named]));
      const also = named.length > 0 ? ', or a setting of a racer such as learningRate' : '';
      notices.add(key, word, used, {
        why: `must be ${words.join(' or ')}${also} on this page`,
        hint,
      });
    }
  }
  return notices.list;
}

const isKnown = (key: string): key is keyof typeof queryKeys => Object.hasOwn(queryKeys, key);
const ids = (words: readonly string[]) => words.map((id) => ({ id }));
