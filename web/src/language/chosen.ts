// SPDX-License-Identifier: MIT

/** The storage key of the reader's choice of a language. */
const key = 'fall-line-language';

/** In a frame the page around it decides, so nothing is remembered there. */
const isFramed = (): boolean => window.parent !== window;

/** The tag of the language that the reader has chosen before, or an empty string. */
export function chosenLanguage(): string {
  try {
    return isFramed() ? '' : (localStorage.getItem(key) ?? '');
  } catch {
    return '';
  }
}

/** Opens the page with the same race in another language, and remembers that language. */
export function chooseLanguage(tag: string): void {
  try {
    if (!isFramed()) localStorage.setItem(key, tag);
  } catch {
    // Without storage the choice stays in the address alone.
  }
  const address = new URL(location.href);
  address.searchParams.set('lang', tag);
  location.replace(address);
}
