// SPDX-License-Identifier: MIT
import { readNumber } from '../state/domain.ts';

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
/** As the page groups digits: 2,000 and 1,234,567.8 */
const groupedByCommas = /^[+-]?[0-9]{1,3}(,[0-9]{3})+(\.[0-9]*)?$/;
const groupedByPoints = /^[+-]?[0-9]{1,3}(\.[0-9]{3})+$/;

/**
 * What a reader typed, as the page itself writes it (2,000 and 0.1) or as the reader's language does
 * (0,1 and 2 000). Where both are possible the page's way counts, as it is what the reader sees. A
 * whole number is also read where points group its digits. Undefined where it is no number.
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
