// SPDX-License-Identifier: MIT
import { halo } from '../../chart/halo.ts';
import type { Point } from '../../model/settings.ts';
import type { ColourOf, TextBox } from '../draw-paths.ts';

/** A number beside a point, to the side that a direction leads to. */
export interface Label {
  text: string;
  at: Point;
  way: Point;
}

const lineHeight = 15;
/** Lines up and down that a label may move by, to be free of others. */
const moves = [0, 1, -1, 2, -2];

/** Draws labels where they are free of the text that is already there. One without room is left out. */
export function drawLabels(
  context: CanvasRenderingContext2D,
  labels: readonly Label[],
  there: readonly TextBox[],
  colour: ColourOf,
): void {
  const boxes = [...there];
  context.textBaseline = 'middle';
  for (const { text, at, way } of labels) {
    const box = freeBox(at, way, context.measureText(text).width, boxes);
    if (!box) continue;
    boxes.push(box);
    halo(context, text, box.left, box.y, colour('--card'));
    context.fillStyle = colour('--ink');
    context.fillText(text, box.left, box.y);
  }
}

/** The place for a text of this width that is nearest to where it belongs and overlaps no other. */
export function freeBox(
  [x, y]: Point,
  [ax, ay]: Point,
  width: number,
  boxes: readonly TextBox[],
): TextBox | undefined {
  const isAbove = Math.abs(ax) < 0.4;
  const left = isAbove ? x - width / 2 : ax > 0 ? x + 6 * ax : x + 6 * ax - width;
  const candidates = moves.map((lines) => ({
    left,
    right: left + width,
    y: y + 10 * ay + lines * lineHeight,
  }));
  return candidates.find((box) => boxes.every((other) => !overlap(box, other)));
}

function overlap(a: TextBox, b: TextBox): boolean {
  return a.left < b.right + 4 && a.right > b.left - 4 && Math.abs(a.y - b.y) < lineHeight - 0.5;
}
