// SPDX-License-Identifier: MIT
import { themeColour } from '../chart/racer-style.ts';
import type { Size } from '../pictures/window.ts';
import type { Medium, Part } from './medium.ts';

export function contextOf(canvas: HTMLCanvasElement): CanvasRenderingContext2D {
  const context = canvas.getContext('2d');
  if (!context) throw new Error('This browser gives no canvas to draw on.');
  return context;
}

/** A line of text as a part of a picture. */
export function label(
  { medium, host, size }: { medium: Medium; host: Element; size: Size },
  text: string,
  left: number,
  top: number,
  strong = true,
): Part {
  const canvas = medium.canvas(size);
  const context = contextOf(canvas);
  context.scale(medium.pixels, medium.pixels);
  const font = `13px ${getComputedStyle(host).fontFamily}`;
  context.font = strong ? `600 ${font}` : font;
  context.fillStyle = themeColour(host, strong ? '--ink' : '--ink-2');
  context.fillText(text, 0, size.height - 9);
  return { canvas, left, top, size };
}
