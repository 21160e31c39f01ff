// SPDX-License-Identifier: MIT

/**
 * Replaces the colour library of Chart.js, which it needs to animate colours and to highlight elements
 * under the pointer. These charts do neither, and pass every colour to the canvas unchanged.
 */
export class Color {
  constructor(value: unknown) {
    throw new Error(`No colour is computed in this chart, but one was to be: ${String(value)}.`);
  }
}
