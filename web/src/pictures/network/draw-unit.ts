// SPDX-License-Identifier: MIT
import { css, type Palette } from '../palette.ts';
import { largest } from './network-view.ts';
import { rampsOf, signCss } from './signs.ts';
import { drawCells } from './tile.ts';
import type { UnitPicture } from './unit-picture.ts';

/** A square of a canvas, in the canvas's own units. */
export interface Place {
  left: number;
  top: number;
  size: number;
}

/**
 * Draws the pictures of units into their squares. `scale` is the number with the strongest colour, or the
 * height of a square.
 * @param pixels Pixels per unit of the canvas.
 */
export function drawUnits(
  context: CanvasRenderingContext2D,
  units: readonly { picture: UnitPicture; place: Place; scale: number }[],
  palette: Palette,
  pixels: number,
): void {
  context.fillStyle = css(palette.card);
  for (const {
    place: { left, top, size },
  } of units)
    context.fillRect(left, top, size, size);
  drawTiles(context, units, palette, pixels);
  for (const { picture, place, scale } of units) {
    if (picture.kind === 'curve') drawCurve(context, picture.values, place, scale, palette);
    else if (picture.kind === 'bars') drawBars(context, picture.values, place, palette);
  }
}

/** All pictures of cells go through one image, because each copy to a canvas takes time. */
function drawTiles(
  context: CanvasRenderingContext2D,
  units: Parameters<typeof drawUnits>[1],
  palette: Palette,
  pixels: number,
): void {
  const tiles = units.flatMap(({ picture, place, scale }) =>
    'cells' in picture ? [{ kind: picture.kind, cells: picture.cells, place, scale }] : [],
  );
  const side = Math.round((tiles[0]?.place.size ?? 0) * pixels);
  if (side === 0) return;
  const sheet = sheetOf(context, side * tiles.length, side);
  if (!sheet) return;
  const { image } = sheet;
  const { signs, ink } = rampsOf(palette);
  for (const [index, { kind, cells, scale }] of tiles.entries())
    drawCells(image, index * side, side, cells, scale, kind === 'sample' ? ink : signs);
  sheet.context.putImageData(image, 0, 0);
  for (const [
    index,
    {
      place: { left, top, size },
    },
  ] of tiles.entries())
    context.drawImage(sheet.context.canvas, index * side, 0, side, side, left, top, size, size);
}

interface Sheet {
  context: CanvasRenderingContext2D;
  image: ImageData;
}

const sheets = new WeakMap<CanvasRenderingContext2D, Sheet>();

/** An image and a canvas beside that of a context. They are kept, because pictures are drawn again and again. */
function sheetOf(
  target: CanvasRenderingContext2D,
  width: number,
  height: number,
): Sheet | undefined {
  const known = sheets.get(target);
  if (known?.image.width === width && known.image.height === height) return known;
  const canvas = document.createElement('canvas');
  Object.assign(canvas, { width, height });
  const context = canvas.getContext('2d');
  if (!context) return undefined;
  const sheet = { context, image: context.createImageData(width, height) };
  sheets.set(target, sheet);
  return sheet;
}

function drawCurve(
  context: CanvasRenderingContext2D,
  values: Float64Array,
  { left, top, size }: Place,
  scale: number,
  palette: Palette,
): void {
  const middle = top + size / 2;
  const reach = size * 0.44;
  const x = (index: number): number => left + (index / (values.length - 1)) * size;
  const y = (value: number): number =>
    middle - Math.max(-1, Math.min(1, value / (scale || 1))) * reach;
  const step = size / (values.length - 1);
  for (const [index, value] of values.entries()) {
    if (!Number.isFinite(value)) continue;
    const from = Math.max(left, x(index) - step / 2);
    const to = Math.min(left + size, x(index) + step / 2);
    context.fillStyle = signCss(palette, value, 0.3);
    context.fillRect(from, Math.min(middle, y(value)), to - from, Math.abs(y(value) - middle));
  }
  context.fillStyle = css(palette.ink, 0.5);
  context.fillRect(left, middle - 0.5, size, 1);
  context.beginPath();
  for (const [index, value] of values.entries()) {
    if (Number.isFinite(value)) context.lineTo(x(index), y(value));
  }
  context.strokeStyle = css(palette.ink);
  context.lineWidth = Math.max(1.5, size / 60);
  context.lineJoin = 'round';
  context.stroke();
}

/** Bars of numbers up and down from the middle, relative to the largest. Those of negative ones are hollow. */
function drawBars(
  context: CanvasRenderingContext2D,
  values: readonly number[],
  { left, top, size }: Place,
  palette: Palette,
): void {
  const middle = top + size / 2;
  const scale = largest(values) || 1;
  const pitch = (size * 0.9) / Math.max(4, values.length);
  const start = left + (size - pitch * values.length) / 2;
  context.lineWidth = 1;
  for (const [index, value] of values.entries()) {
    if (!Number.isFinite(value)) continue;
    const height = Math.max(1, (Math.abs(value) / scale) * size * 0.42);
    const [x, width] = [start + pitch * (index + 0.15), pitch * 0.7];
    if (value < 0) {
      context.strokeStyle = signCss(palette, value);
      context.strokeRect(x + 0.5, middle + 0.5, Math.max(1, width - 1), Math.max(0.5, height - 1));
    } else {
      context.fillStyle = signCss(palette, value);
      context.fillRect(x, middle - height, width, height);
    }
  }
  context.fillStyle = css(palette.ink, 0.5);
  context.fillRect(left + 2, middle - 0.5, size - 4, 1);
}
