// SPDX-License-Identifier: MIT
/**
 * Numbers as the reader writes them: with the decimal mark of the language, and groups of digits as Intl forms
 * them. Links, files, and attributes of drawings have numbers of their own.
 */
import { current } from '../language/current.ts';

/** A number with a decimal point, with the mark of the page's language in its place. */
const written = (text: string): string => text.replace('.', current().decimal);

/** Three significant digits, in nearly constant width: 0.0231, 0.412, 1.50, 12.3, 1.2e-7. */
export function threeDigits(value: number): string {
  if (!Number.isFinite(value)) return '–';
  const size = Math.abs(value);
  if (size !== 0 && (size < 1e-4 || size >= 1e6)) return written(value.toExponential(2));
  if (size >= 999.5) return grouped(value);
  return written(value.toPrecision(3));
}

/** A point, such as `-1.20, 0.998`. Beside decimal commas, a semicolon separates. */
export function pointText([x, y]: readonly [number, number]): string {
  return [x, y].map(threeDigits).join(current().decimal === ',' ? '; ' : ', ');
}

/** 12,345 */
export function grouped(value: number): string {
  return current().number(value);
}

/** A tick label, with enough decimals for ticks that are `step` apart. */
export function tickText(value: number, step: number): string {
  if (!(step > 0)) return plain(value);
  const decimals = Math.ceil(-Math.log10(step) - 1e-9);
  if (decimals > 6 || Math.abs(value) >= 1e6) return plain(Number(value.toPrecision(6)));
  return decimals > 0 ? written(String(Number(value.toFixed(decimals + 1)))) : plain(value);
}

export function percent(share: number): string {
  return Number.isFinite(share) ? `${written((100 * share).toFixed(1))} %` : '–';
}

/** A setting as a person would type it: 0.01, 1e-8, 500, 1e6. */
export function plain(value: number): string {
  const number = Number(value.toPrecision(6));
  if (Math.abs(number) < 1e6) return written(String(number));
  return written(number.toExponential().replace('e+', 'e'));
}

/** 4.8 */
export const oneDecimal = (value: number): string => written(value.toFixed(1));

/** Epochs, with a decimal if they are few. */
export function epochs(value: number): string {
  return value < 100 ? oneDecimal(value) : grouped(value);
}
