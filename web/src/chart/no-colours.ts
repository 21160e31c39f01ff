// SPDX-License-Identifier: MIT

/**
 * Stands where Chart.js expects a library of colours, which it needs to animate them and to highlight
 * what the pointer is on: our charts do neither, and hand every colour to the canvas as it is.
 */
export class Color {
  constructor(value: unknown) {
    throw new Error(`No colour is computed in this chart, but one was to be: ${String(value)}.`);
  }
}
