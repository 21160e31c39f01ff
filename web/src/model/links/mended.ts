// SPDX-License-Identifier: MIT
import { phrase } from '../../language/phrase.ts';
import { decodedOnce } from './decoded.ts';
import type { Notices } from './notices.ts';

/** Punctuation after a link in a sentence, a Markdown link or a quotation, plain or percent-encoded. */
const trailing = /(?:[)\]}>.,;:!?'"`*’”»…\s]|%(?:2[0279]|3E|5D|60|7D|E2%80%(?:99|9D|A6)|C2%BB))+$/i;

/** The ellipsis of programs that shorten links. */
const ellipsis = /…|\.\.\.|%E2%80%A6/i;

/** The text after `#` as it was written, with the damage of copying and pasting repaired. */
export function mended(link: string, notices: Notices): string {
  const text = withoutEnd(unwrapped(withoutMark(link), notices), notices);
  const plain = text.replaceAll(/&(?:(?:amp|#38|#x26);)+/gi, '&');
  if (plain !== text)
    notices.aboutLink(phrase('This link has “&amp;” for “&”. It was read as “&”.'));
  return plain;
}

const withoutMark = (text: string): string => text.replace(/^[#?]/, '');

/** Decodes a link that was percent-encoded as a whole, once or twice. It has no equal sign left. */
function unwrapped(text: string, notices: Notices): string {
  let whole = withoutHalfEscape(text, notices);
  for (let times = 0; times < 2 && !whole.includes('=') && /%(?:25)?3D/i.test(whole); times++) {
    notices.aboutLink(phrase('This link is percent-encoded as a whole. It was decoded.'));
    whole = withoutHalfEscape(withoutMark(decodedOnce(whole)), notices);
  }
  return whole;
}

/** Removes an incomplete escape at the end, which could not be decoded. */
function withoutHalfEscape(text: string, notices: Notices): string {
  const [escape = ''] = /%[0-9a-f]?$/i.exec(text) ?? [];
  if (escape !== '') notices.cut(escape);
  return text.slice(0, text.length - escape.length);
}

function withoutEnd(text: string, notices: Notices): string {
  const [end = ''] = trailing.exec(text) ?? [];
  const ending = decodedOnce(end);
  if (ellipsis.test(end)) notices.cut(ending);
  else if (end !== '')
    notices.aboutLink(phrase('This link ends in “{ending}”, which was left out.', { ending }));
  return text.slice(0, text.length - end.length);
}
