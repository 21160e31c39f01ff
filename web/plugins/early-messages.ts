// SPDX-License-Identifier: MIT
/** What pages say before a language can be loaded, in all languages. The files of `web/languages/` have it too. */
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { messagesInCode } from '../tools/messages-in-code.ts';

const path = (relative: string) => fileURLToPath(new URL(relative, import.meta.url));
const folder = path('../languages');

/** The texts of the page's code in a language, by their English texts. */
const textsOf = (tag: string): Record<string, unknown> =>
  JSON.parse(readFileSync(`${folder}/${tag}/page.json`, 'utf8')) as Record<string, unknown>;

/** The translations of a text. */
function translations(english: string): [tag: string, text: string][] {
  return readdirSync(folder).flatMap((tag) => {
    const text = textsOf(tag)[english];
    return typeof text === 'string' ? [[tag, text] as [string, string]] : [];
  });
}

/**
 * The translations of what scripts say, as JSON: `{"es": {"Play": "Iniciar"}}`. The files are relative to this
 * folder.
 */
export function earlyMessages(...files: readonly string[]): string {
  const tables: Record<string, Record<string, string>> = {};
  for (const file of files)
    for (const { text } of messagesInCode(readFileSync(path(file), 'utf8')))
      for (const [tag, translation] of translations(text)) (tables[tag] ??= {})[text] = translation;
  return JSON.stringify(tables);
}

/** A text in HTML for a page without scripts: in English, and then in each other language. */
export const inAllLanguages = (english: string): string =>
  [english, ...inOtherLanguages(english)].join(' ');

/**
 * The text in each language but English. `fill` may put elements in place of its names in braces, with texts of
 * the same language.
 */
export const inOtherLanguages = (
  english: string,
  fill = (text: string, _say: (english: string) => string) => text,
): string[] =>
  translations(english).map(([tag, text]) => {
    const say = (other: string): string => String(textsOf(tag)[other] ?? other);
    return `<span lang="${tag}">${fill(text, say)}</span>`;
  });
