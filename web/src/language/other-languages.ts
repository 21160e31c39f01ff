// SPDX-License-Identifier: MIT
import { addMessages, current, type Messages, setLanguage } from './current.ts';
import { known, pseudo } from './offered.ts';
import { messages as marks } from './pseudo.ts';

interface Catalog {
  readonly direction?: 'rtl';
  /** The texts of the page, and the names of what can be chosen. */
  page(): Promise<Messages>;
  /** Texts that nobody sees before an input: help, notices, lessons. */
  later(): Promise<Messages>;
}

const all = async (...files: Promise<{ default: Messages }>[]): Promise<Messages> =>
  Object.assign({}, ...(await Promise.all(files)).map(({ default: messages }) => messages));

/** The texts of all languages but English. */
const catalogs: Readonly<Record<string, Catalog>> = {
  es: {
    page: () =>
      all(import('../../languages/es/page.json'), import('../../languages/es/names.json')),
    later: () =>
      all(import('../../languages/es/prose.json'), import('../../languages/es/lessons.json')),
  },
};

/** The part of a tag after the language: a region, such as `-MX` or `-419`. */
const regional = /-([a-z]{2}|\d{3})$/;

/** Whether an address may ask for a language, also as the reader's region writes it: `es-MX`. */
export const isKnown = (tag: string): boolean =>
  known.includes(tag.toLowerCase().replace(regional, ''));

/** Messages with the region's mark in their numbers. The catalogs have a comma, as most regions do. */
export function withMark(messages: Messages, mark: string): Messages {
  if (mark === ',') return messages;
  const written = (text: string): string => text.replace(/(\d),(?=\d)/g, `$1${mark}`);
  return Object.fromEntries(
    Object.entries(messages).map(([english, text]) => [
      english,
      typeof text === 'string'
        ? written(text)
        : Object.fromEntries(Object.entries(text).map(([rule, form]) => [rule, written(form)])),
    ]),
  );
}

/** Makes a language the page's. `asked` may name a region, which tells how numbers are written. */
export async function speak(tag: string, asked: string): Promise<void> {
  const { documentElement } = document;
  const catalog = catalogs[tag];
  documentElement.dir = catalog?.direction ?? (tag === pseudo ? 'rtl' : 'ltr');
  if (!catalog) return setLanguage('en', marks);
  const region = [asked, ...navigator.languages].find(
    (other) => regional.test(other.toLowerCase()) && other.toLowerCase().startsWith(`${tag}-`),
  );
  const messages = await catalog.page();
  setLanguage(tag, messages, region);
  // The mark of the region is known only now.
  setLanguage(tag, withMark(messages, current().decimal), region);
}

/** Adds the texts of a language that are not needed at the start. */
export async function complete(tag: string): Promise<void> {
  const catalog = catalogs[tag];
  if (catalog) addMessages(withMark(await catalog.later(), current().decimal));
}
