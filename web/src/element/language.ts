// SPDX-License-Identifier: MIT

/** The script's own words, in the languages of the page. */
const words: Readonly<Record<string, { readonly run: string; readonly race: string }>> = {
  en: { run: 'Run', race: 'Optimizer race' },
  es: { run: 'Iniciar', race: 'Carrera de optimizadores' },
};

/** The tags of these languages. */
export const spoken = Object.keys(words);

const baseOf = (tag: string): string => tag.toLowerCase().replace(/-.*/, '');

/** The language that the author gives an element, or else that of the text around it, if the page speaks it. */
export function langOf(element: Element): string | null {
  const around = element.closest('[lang]')?.getAttribute('lang') ?? null;
  const isKnown = around !== null && spoken.includes(baseOf(around));
  return element.hasAttribute('lang') || isKnown ? around : null;
}

/** The words in the language of an element, or else of the reader, as the page chooses it. */
export function wordsOf(element: Element): (typeof words)[string] {
  const tags = [langOf(element) ?? '', ...navigator.languages].map(baseOf);
  return words[tags.find((tag) => spoken.includes(tag)) ?? 'en'] as (typeof words)[string];
}
