// SPDX-License-Identifier: MIT
import { halo } from '../chart/halo.ts';
import { plain } from '../format/number.ts';
import type { ColourOf } from './draw-paths.ts';
import { evenLevels } from './levels.ts';
import { boxOf, toPixel, type Window } from './window.ts';

/** Pixels from one number to the next, and what the corner and the edges keep free. */
const apart = 90;
const corner = 34;
const inset = 10;

/** Coordinates along the bottom and the left edge, inside the picture. */
export function drawTicks(
  context: CanvasRenderingContext2D,
  window: Window,
  colour: ColourOf,
): void {
  const { width, height } = window.size;
  const { x, y } = boxOf(window);
  const ground = colour('--card');
  const draw = (value: number, left: number, top: number): void => {
    const text = plain(Number(value.toPrecision(4)));
    context.globalAlpha = 0.7;
    halo(context, text, left, top, ground);
    context.globalAlpha = 1;
    context.fillText(text, left, top);
  };
  context.fillStyle = colour('--ink-2');
  context.textBaseline = 'middle';
  context.textAlign = 'center';
  for (const value of evenLevels(...x, Math.ceil(width / apart))) {
    const [left] = toPixel(window, [value, 0]);
    if (left > corner && left < width - inset) draw(value, left, height - inset);
  }
  context.textAlign = 'left';
  for (const value of evenLevels(...y, Math.ceil(height / apart))) {
    const [, top] = toPixel(window, [0, value]);
    if (top > inset && top < height - corner) draw(value, inset / 2, top);
  }
}
