// SPDX-License-Identifier: MIT
import { themeColour } from '../chart/racer-style.ts';

export type Rgb = readonly [number, number, number];

/** The colours of a picture as numbers. */
export interface Palette {
  card: Rgb;
  ink: Rgb;
  classes: Rgb[];
}

const classCount = 10;

export function palette(element: Element): Palette {
  return {
    card: parsed(themeColour(element, '--card')),
    ink: parsed(themeColour(element, '--ink-2')),
    classes: Array.from({ length: classCount }, (_, index) =>
      parsed(themeColour(element, `--class-${index}`)),
    ),
  };
}

export function classColour({ classes }: Palette, index: number): Rgb {
  return classes[index % classCount] ?? [0, 0, 0];
}

export function css([red, green, blue]: Rgb, alpha = 1): string {
  return `rgb(${red} ${green} ${blue} / ${alpha})`;
}

export function mixed(a: Rgb, b: Rgb, share: number): Rgb {
  const part = (index: 0 | 1 | 2): number => Math.round(a[index] + (b[index] - a[index]) * share);
  return [part(0), part(1), part(2)];
}

/** Parses `#rrggbb`, or `#rgb` as minifiers write it. */
export function parsed(hex: string): Rgb {
  const digits = hex.slice(1).replace(/^(.)(.)(.)$/, '$1$1$2$2$3$3');
  const value = Number.parseInt(digits, 16) || 0;
  return [(value >> 16) & 255, (value >> 8) & 255, value & 255];
}
