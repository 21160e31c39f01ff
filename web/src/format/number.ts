// SPDX-License-Identifier: MIT

/** Three significant digits, in nearly constant width: 0.0231, 0.412, 1.50, 12.3, 1.2e-7. */
export function threeDigits(value: number): string {
  if (!Number.isFinite(value)) return '–';
  const size = Math.abs(value);
  if (size !== 0 && (size < 1e-4 || size >= 1e6)) return value.toExponential(2);
  if (size >= 999.5) return grouped(value);
  return value.toPrecision(3);
}

/** A point, such as `-1.20, 0.998`. */
export function pointText([x, y]: readonly [number, number]): string {
  return `${threeDigits(x)}, ${threeDigits(y)}`;
}

/** Uses English formats for every reader, because the words around the numbers are English. */
const whole = new Intl.NumberFormat('en', { maximumFractionDigits: 0 });

/** 12,345 */
export function grouped(value: number): string {
  return whole.format(value);
}

/** A tick label, with enough decimals for ticks that are `step` apart. */
export function tickText(value: number, step: number): string {
  if (!(step > 0)) return plain(value);
  const decimals = Math.ceil(-Math.log10(step) - 1e-9);
  if (decimals > 6 || Math.abs(value) >= 1e6) return plain(Number(value.toPrecision(6)));
  return decimals > 0 ? String(Number(value.toFixed(decimals + 1))) : plain(value);
}

export function percent(share: number): string {
  return Number.isFinite(share) ? `${(100 * share).toFixed(1)} %` : '–';
}

/** A setting as a person would type it: 0.01, 1e-8, 500, 1e6. */
export function plain(value: number): string {
  const number = Number(value.toPrecision(6));
  if (Math.abs(number) < 1e6) return String(number);
  return number.toExponential().replace('e+', 'e');
}

/** Epochs, with a decimal if they are few. */
export function epochs(value: number): string {
  return value < 100 ? value.toFixed(1) : grouped(value);
}
