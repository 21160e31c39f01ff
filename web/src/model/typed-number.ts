// SPDX-License-Identifier: MIT
import { current } from '../language/current.ts';
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
/** Digits grouped as on a page with decimal points: 2,000 and 1,234,567.8 */
const groupedByCommas = /^[+-]?[0-9]{1,3}(,[0-9]{3})+(\.[0-9]*)?$/;
const groupedByPoints = /^[+-]?[0-9]{1,3}(\.[0-9]{3})+$/;

/**
 * Reads a typed number in the page's format (in English 2,000 and 0.1) or that of the reader's browser
 * (0,1 and 2 000). If both are possible the page's counts, because that is what the reader sees. For a whole
 * number, points may also group the digits. Undefined if it is no number.
 */
export function readTyped(text: string, isWhole: boolean, locale?: string): number | undefined {
  const reader = marksOf(locale);
  const hasCommas = current().decimal === ',';
  const bare = text
    .replace(blanks, '')
    .replace(/\u2212/g, '-')
    .replace(/[’']/g, '');
  if (!hasCommas && groupedByCommas.test(bare)) return readNumber(bare.replaceAll(',', ''));
  if (isWhole && (hasCommas || reader.group === '.') && groupedByPoints.test(bare))
    return readNumber(bare.replaceAll('.', ''));
  return readNumber(hasCommas || reader.decimal === ',' ? bare.replace(',', '.') : bare);
}
