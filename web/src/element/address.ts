// SPDX-License-Identifier: MIT
import { langOf } from './language.ts';

/** The attributes that are options of the frame's query, and can't change while it is there. */
export const looks = ['ui', 'hide', 'show', 'lock', 'lesson', 'autostart', 'lang'] as const;

/** The script's own address is not written in the call, so that no bundler replaces the other one. */
const script = import.meta.url;

/** The frame beside this script. */
export const frameBeside = new URL('embed.html', script).href;

/** The address of an element's frame with that race. Followers leave the transport to the one that they follow. */
export function addressOf(element: HTMLElement, state: string, usual: string): string {
  const given = (name: string): string | null => element.getAttribute(name);
  const src = given('src') ?? usual;
  const url = new URL(src, document.baseURI);
  // Texts may come from people who may write no scripts, with the element's attributes allowed.
  if (!/^(https?|file):$/.test(url.protocol))
    throw new TypeError(`src must be a page. It was ${src}.`);
  for (const name of [...looks, 'theme']) {
    const value = name === 'lang' ? langOf(element) : given(name);
    // Templates write empty attributes for what they leave out. Only one option is set by its name alone.
    const set = name === 'autostart' && value === '' ? '1' : value;
    if (set) url.searchParams.set(name, set);
  }
  if (given('follows')) {
    const hidden = url.searchParams.get('hide');
    url.searchParams.set('hide', hidden === null ? 'transport' : `${hidden},transport`);
  }
  if (state !== '') url.hash = state;
  return url.href;
}
