// SPDX-License-Identifier: MIT

/** Longer links are cut: nobody writes them, and every key costs a look-up. */
export const maxLinkLength = 4000;

export type Pair = readonly [key: string, value: string];

/** `a=1&b=2,3`, with or without `#` or `?`; any text at all gives some pairs. */
export function readPairs(link: string): Pair[] {
  return link
    .replace(/^[#?]/, '')
    .slice(0, maxLinkLength)
    .split('&')
    .filter((part) => part !== '')
    .map((part) => {
      const equals = part.indexOf('=');
      return equals < 0
        ? [decoded(part), '']
        : [decoded(part.slice(0, equals)), decoded(part.slice(equals + 1))];
    });
}

export function writePairs(pairs: readonly Pair[]): string {
  return pairs.map(([key, value]) => `${encoded(key)}=${encoded(value)}`).join('&');
}

/** Percent signs that decode to nothing are taken as they stand. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** Commas and equal signs inside a value stay readable. */
function encoded(text: string): string {
  return encodeURIComponent(text).replaceAll('%2C', ',').replaceAll('%3D', '=');
}
