// SPDX-License-Identifier: MIT
/** What the text of a cell says. */

export type DecimalMark = '.' | ',';

/** As pandas reads them, and the question mark of the UCI repository. */
const missing = new Set([
  '',
  '?',
  '#n/a',
  '#na',
  '<na>',
  'n/a',
  'na',
  'nan',
  '-nan',
  'null',
  'none',
]);

/** Whether a trimmed text stands for a missing value. */
export const isMissing = (text: string): boolean =>
  text === '' || (text.length <= 5 && missing.has(text.toLowerCase()));

const plain = /^[-+]?(\d+\.?\d*|\.\d+)(e[-+]?\d+)?$/i;
/** With a mark between groups of three digits. */
const grouped = {
  '.': /^[-+]?\d{1,3}(,\d{3})+(\.\d*)?$/,
  ',': /^[-+]?\d{1,3}(\.\d{3})+(,\d*)?$/,
};

/** The number in a trimmed text, or NaN. A minus sign may be the typographic one. */
export function numberIn(text: string, mark: DecimalMark): number {
  const signed = text.startsWith('\u2212') ? `-${text.slice(1)}` : text;
  if (grouped[mark].test(signed)) {
    const digits = signed.replaceAll(mark === '.' ? ',' : '.', '');
    return Number(digits.replace(',', '.'));
  }
  if (mark === ',' && signed.includes('.')) return Number.NaN;
  const point = mark === ',' ? signed.replace(',', '.') : signed;
  return plain.test(point) ? Number(point) : Number.NaN;
}

/** The mark with which more of the texts are numbers. Without any difference it is the point. */
export function decimalMarkOf(texts: readonly string[]): DecimalMark {
  const readable = (mark: DecimalMark) =>
    texts.filter((text) => !Number.isNaN(numberIn(text, mark))).length;
  return readable(',') > readable('.') ? ',' : '.';
}
