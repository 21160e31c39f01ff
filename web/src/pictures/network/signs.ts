// SPDX-License-Identifier: MIT
import { classColour, css, mixed, type Palette, type Rgb } from '../palette.ts';

/** The dash of a negative weight. With it, signs can be told apart without colours. */
export const negativeDash = [4, 3];

/** Negative numbers have the colour of the first class and positive ones that of the second, as in decision regions. */
export const signColour = (palette: Palette, value: number): Rgb =>
  classColour(palette, value < 0 ? 0 : 1);

export const signCss = (palette: Palette, value: number, alpha = 1): string =>
  css(signColour(palette, value), alpha);

/** The share of the full colour in the strongest cell. */
const strength = 0.7;
/** The share of the card's colour in the stripes across negative cells. */
const stripe = 0.45;

/** Below 1, so that small numbers beside large ones still show their sign. */
const contrast = 0.6;

/** Steps from 0 to the strongest colour. */
const steps = 127;

/** The colours of numbers from -1 to 1, as red, green and blue, one after another. */
export interface Ramp {
  plain: Uint8ClampedArray;
  /** The same in stripes, which are paler for negative numbers. */
  striped: Uint8ClampedArray;
}

const ramps = new WeakMap<Palette, Record<'signs' | 'ink', Ramp>>();

/** The ramps of a palette. They are made once, because pictures have many thousands of pixels. */
export function rampsOf(palette: Palette): Record<'signs' | 'ink', Ramp> {
  const known = ramps.get(palette) ?? {
    signs: ramp(palette.card, (step) => signColour(palette, step), { strength, contrast }),
    ink: ramp(palette.card, () => palette.ink, { strength: 1, contrast: 1 }),
  };
  ramps.set(palette, known);
  return known;
}

function ramp(
  zero: Rgb,
  full: (step: number) => Rgb,
  { strength, contrast }: { strength: number; contrast: number },
): Ramp {
  const colours = (negative: number): Uint8ClampedArray => {
    const all = new Uint8ClampedArray(3 * (2 * steps + 1));
    for (let step = -steps; step <= steps; step++) {
      const share = (Math.abs(step) / steps) ** contrast * strength * (step < 0 ? negative : 1);
      all.set(mixed(zero, full(step), share), placeIn(step));
    }
    return all;
  };
  return { plain: colours(1), striped: colours(1 - stripe) };
}

const placeIn = (step: number): number => 3 * (step + steps);

/** Where the colour of a number is in a ramp. Numbers beyond 1 have the strongest colour, and NaN that of 0. */
export const placeOf = (share: number): number =>
  placeIn(Math.round(Math.max(-1, Math.min(1, share || 0)) * steps));
