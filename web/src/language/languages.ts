// SPDX-License-Identifier: MIT
import { chosenLanguage } from './chosen.ts';
import { addMessages, current, type Messages, setLanguage } from './current.ts';
import { fitting } from './fitting.ts';

interface Catalog {
  /** In the language itself. */
  readonly name: string;
  readonly direction?: 'rtl';
  /** The texts of the page, and the names of what can be chosen. */
  page(): Promise<Messages>;
  /** Texts that nobody sees before an input: help, notices, lessons. */
  later(): Promise<Messages>;
}

const none = (): Promise<Messages> => Promise.resolve({});
const all = async (...files: Promise<{ default: Messages }>[]): Promise<Messages> =>
  Object.assign({}, ...(await Promise.all(files)).map(({ default: messages }) => messages));

/** The page's languages. The texts of English stand in the code, the others in `web/languages/`. */
const catalogs: Readonly<Record<string, Catalog>> = {
  en: { name: 'English', page: none, later: none },
  es: {
    name: 'Español',
    page: () =>
      all(import('../../languages/es/page.json'), import('../../languages/es/names.json')),
    later: () =>
      all(import('../../languages/es/prose.json'), import('../../languages/es/lessons.json')),
  },
};

/** For tests only: every text of the page in marks, from right to left. What has none is no message. */
const pseudo = 'qps-plocm';

/** The languages that a reader can choose: their tags and names. */
export const offered = Object.entries(catalogs).map(([tag, { name }]) => ({ tag, name }));

/** Whether an address may ask for a language, also as the reader's region writes it: `es-MX`. */
export const isKnown = (tag: string): boolean =>
  tag === pseudo || Object.hasOwn(catalogs, tag.toLowerCase().replace(regional, ''));

/** The part of a tag after the language: a region, such as `-MX` or `-419`. */
const regional = /-([a-z]{2}|\d{3})$/;

/** Loads the language that suits the reader, and makes it the page's. */
export async function startLanguage(asked: string | null): Promise<void> {
  const { documentElement } = document;
  const known = [...Object.keys(catalogs), pseudo];
  const tag = fitting(asked, [chosenLanguage(), ...navigator.languages], known);
  documentElement.lang = tag;
  if (tag === pseudo) {
    const { messages } = await import('./pseudo.ts');
    documentElement.dir = 'rtl';
    return setLanguage('en', messages);
  }
  const catalog = catalogs[tag];
  if (tag === 'en' || !catalog) return;
  const region = [asked ?? '', ...navigator.languages].find(
    (other) => regional.test(other.toLowerCase()) && other.toLowerCase().startsWith(`${tag}-`),
  );
  documentElement.dir = catalog.direction ?? 'ltr';
  setLanguage(tag, await catalog.page(), region);
}

/** Loads the texts that are not needed at the start. */
export async function complete(): Promise<void> {
  const { tag } = current();
  const catalog = catalogs[tag];
  if (tag !== 'en' && catalog) addMessages(await catalog.later());
}
