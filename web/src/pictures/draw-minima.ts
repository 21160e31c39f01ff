// SPDX-License-Identifier: MIT
import type { KnownSurface } from '../model/surface.ts';
import type { ColourOf } from './draw-paths.ts';
import { toPixel, type Window } from './window.ts';

/** Draws a cross at every known minimum, with a ring if it is a global one. */
export function drawMinima(
  context: CanvasRenderingContext2D,
  window: Window,
  { entry, floor }: KnownSurface,
  colour: ColourOf,
): void {
  context.strokeStyle = colour('--ink');
  context.lineWidth = 1.5;
  for (const { at, value } of entry.minima) {
    const [x, y] = toPixel(window, at);
    context.beginPath();
    context.moveTo(x - 4, y);
    context.lineTo(x + 4, y);
    context.moveTo(x, y - 4);
    context.lineTo(x, y + 4);
    context.stroke();
    if (floor === undefined || value > floor + 1e-9 * Math.max(1, Math.abs(floor))) continue;
    context.beginPath();
    context.arc(x, y, 8, 0, 2 * Math.PI);
    context.stroke();
  }
}
