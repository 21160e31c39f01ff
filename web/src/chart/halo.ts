// SPDX-License-Identifier: MIT

/** Keeps a name readable where it lies over lines: drawn before it, in the colour of the ground. */
export function halo(
  context: CanvasRenderingContext2D,
  text: string,
  x: number,
  y: number,
  ground: string,
): void {
  context.lineWidth = 4;
  context.lineJoin = 'round';
  context.strokeStyle = ground;
  context.strokeText(text, x, y);
}
