// SPDX-License-Identifier: MIT
import { chosenLanguage } from './chosen.ts';
import { current } from './current.ts';
import { fitting } from './fitting.ts';
import { known } from './offered.ts';

/** Loads the language that suits the reader, and makes it the page's. English stands in the code. */
export async function startLanguage(asked: string | null): Promise<void> {
  const tag = fitting(asked, [chosenLanguage(), ...navigator.languages], known);
  document.documentElement.lang = tag;
  if (tag !== 'en') await (await import('./other-languages.ts')).speak(tag, asked ?? '');
}

/** Loads the texts that are not needed at the start. */
export async function complete(): Promise<void> {
  const { tag } = current();
  if (tag !== 'en') await (await import('./other-languages.ts')).complete(tag);
}
