// SPDX-License-Identifier: MIT
import { halo } from '../chart/halo.ts';
import { tickText } from '../format/number.ts';
import type { ColourOf } from './draw-paths.ts';
import { evenLevels } from './levels.ts';
import { boxOf, toPixel, type Window } from './window.ts';

/** Pixels between numbers, and free space in the corner and at the edges. */
const apart = 90;
const corner = 34;
const inset = 10;

/** Draws coordinates along the bottom and the left edge, inside the picture. */
export function drawTicks(
  context: CanvasRenderingContext2D,
  window: Window,
  colour: ColourOf,
): void {
  const { width, height } = window.size;
  const { x, y } = boxOf(window);
  const ground = colour('--card');
  const draw = (text: string, left: number, top: number): void => {
    context.globalAlpha = 0.7;
    halo(context, text, left, top, ground);
    context.globalAlpha = 1;
    context.fillText(text, left, top);
  };
  context.fillStyle = colour('--ink-2');
  context.textBaseline = 'middle';
  context.textAlign = 'center';
  for (const [value, text] of labelled(evenLevels(...x, Math.ceil(width / apart)))) {
    const [left] = toPixel(window, [value, 0]);
    if (left > corner && left < width - inset) draw(text, left, height - inset);
  }
  context.textAlign = 'left';
  for (const [value, text] of labelled(evenLevels(...y, Math.ceil(height / apart)))) {
    const [, top] = toPixel(window, [0, value]);
    if (top > inset && top < height - corner) draw(text, inset / 2, top);
  }
}

/** The values with their labels. */
function labelled(values: readonly number[]): [number, string][] {
  const step = (values[1] ?? 0) - (values[0] ?? 0);
  return values.map((value) => [value, tickText(value, step)]);
}
