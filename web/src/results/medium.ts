// SPDX-License-Identifier: MIT
import type { Size } from '../pictures/window.ts';

/** A canvas of a picture, and where it is in it. All numbers are in CSS pixels. */
export interface Part {
  canvas: HTMLCanvasElement;
  left: number;
  top: number;
  size: Size;
}

/** A picture that is ready to become a file. */
export interface Picture {
  size: Size;
  /** Of the background. */
  colour: string;
  /** What it shows, for those who can't see it. */
  title: string;
  parts: readonly Part[];
}

/** A type of picture files. Everything is drawn on canvases as on the page, and each type has its own. */
export interface Medium {
  /** Of the file's name. */
  readonly ending: 'png' | 'svg';
  /** Pixels of a canvas per CSS pixel. */
  readonly pixels: number;
  /** A canvas for so many CSS pixels. */
  canvas(size: Size): HTMLCanvasElement;
  file(picture: Picture): Promise<Blob>;
}

/** Twice as many pixels as a screen of usual density, for print and for large screens. */
export const png: Medium = {
  ending: 'png',
  pixels: 2,
  canvas: (size) => plainCanvas(size, 2),
  file({ size, colour, parts }) {
    const canvas = plainCanvas(size, 2);
    const context = canvas.getContext('2d');
    if (!context) throw new Error('This browser gives no canvas to draw on.');
    context.scale(2, 2);
    context.fillStyle = colour;
    context.fillRect(0, 0, size.width, size.height);
    for (const { canvas: part, left, top, size: own } of parts)
      context.drawImage(part, left, top, own.width, own.height);
    return new Promise((resolve, reject) =>
      canvas.toBlob(
        (blob) => (blob ? resolve(blob) : reject(new Error('The picture is too large.'))),
        'image/png',
      ),
    );
  },
};

export function plainCanvas({ width, height }: Size, pixels = 1): HTMLCanvasElement {
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(width * pixels);
  canvas.height = Math.round(height * pixels);
  return canvas;
}
