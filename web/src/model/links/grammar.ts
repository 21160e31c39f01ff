// SPDX-License-Identifier: MIT
import { phrase } from '../../language/phrase.ts';
import { decodedOnce } from './decoded.ts';
import { mended } from './mended.ts';
import type { Notices } from './notices.ts';

/** Longer links are cut. No real link is so long, and every key costs a look-up. */
export const maxLinkLength = 4000;

/** A table of the reader's own, which comes on top. It is not looked up, and data/pack.ts bounds it. */
const ownTable = /&table=[\w-]{1,16000}/;

export type Pair = readonly [key: string, value: string];

/** Reads `a=1&b=2,3`, with or without `#` or `?`. Any text gives some pairs. */
export function readPairs(link: string, notices: Notices): Pair[] {
  const most = maxLinkLength + (ownTable.exec(link)?.[0].length ?? 0);
  if (link.length > most) {
    const counts = { all: link.length, most };
    notices.aboutLink(
      phrase('This link has {all} characters. Only the first {most} of them are used.', counts),
    );
  }
  return mended(link.slice(0, most), notices)
    .split('&')
    .filter((field) => field !== '')
    .map((field) => {
      const [key, value] = splitAtEquals(field);
      return [decoded(key, notices), decoded(value, notices)];
    });
}

/** Splits at the first equal sign. Without one, the value is empty. */
export function splitAtEquals(field: string): Pair {
  const equals = field.indexOf('=');
  return equals < 0 ? [field, ''] : [field.slice(0, equals), field.slice(equals + 1)];
}

export function writePairs(pairs: readonly Pair[]): string {
  return pairs.map(([key, value]) => `${encoded(key)}=${encoded(value)}`).join('&');
}

/** Decodes a key or value and removes blanks. None contains blanks or percent signs itself. */
function decoded(text: string, notices: Notices): string {
  const once = decodedOnce(text);
  const whole = /%[0-9a-f]{2}/i.test(once) ? decodedOnce(decodedOnce(once)) : once;
  if (whole !== once)
    notices.aboutLink(phrase('This link is percent-encoded more than once. It was decoded.'));
  const tight = whole.replaceAll(blanks, '');
  if (tight !== whole) notices.aboutLink(phrase('This link has blanks in it. They were left out.'));
  return tight;
}

/** White space, including the zero-width characters that messengers insert into long words. */
const blanks = /[\s\u00ad\u200b-\u200d\u2060\ufeff]+/g;

/** Percent-encodes a value, brackets too, but not commas and equal signs, to keep it readable. */
function encoded(text: string): string {
  return encodeURIComponent(text)
    .replaceAll('%2C', ',')
    .replaceAll('%3D', '=')
    .replaceAll('(', '%28')
    .replaceAll(')', '%29');
}
