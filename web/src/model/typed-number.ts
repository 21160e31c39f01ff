// SPDX-License-Identifier: MIT
import { readNumber } from './domain.ts';

/** How a language writes numbers. */
interface Marks {
  group: string;
  decimal: string;
}

function marksOf(locale: string | undefined): Marks {
  const parts = new Intl.NumberFormat(locale).formatToParts(1234567.8);
  const mark = (type: string): string => parts.find((part) => part.type === type)?.value ?? '';
  return { group: mark('group'), decimal: mark('decimal') };
}

const blanks = /[\s\u00a0\u202f]/g;
/** Digits grouped as on the page: 2,000 and 1,234,567.8 */
const groupedByCommas = /^[+-]?[0-9]{1,3}(,[0-9]{3})+(\.[0-9]*)?$/;
const groupedByPoints = /^[+-]?[0-9]{1,3}(\.[0-9]{3})+$/;

/**
 * Reads a typed number in the page's format (2,000 and 0.1) or that of the reader's language (0,1 and
 * 2 000). If both are possible the page's counts, because that is what the reader sees. For a whole
 * number, points may also group the digits. Undefined if it is no number.
 */
export function readTyped(text: string, isWhole: boolean, locale?: string): number | undefined {
  const { group, decimal } = marksOf(locale);
  const bare = text
    .replace(blanks, '')
    .replace(/\u2212/g, '-')
    .replace(/[’']/g, '');
  if (groupedByCommas.test(bare)) return readNumber(bare.replaceAll(',', ''));
  if (isWhole && group === '.' && groupedByPoints.test(bare))
    return readNumber(bare.replaceAll('.', ''));
  return readNumber(decimal === ',' ? bare.replace(',', '.') : bare);
}
