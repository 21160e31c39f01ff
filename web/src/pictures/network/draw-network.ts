// SPDX-License-Identifier: MIT
import type { DataView as SplitData } from '../../../../wasm/types.ts';
import { css, type Palette } from '../palette.ts';
import { drawUnits } from './draw-unit.ts';
import { largest, type NetworkView, type Weight } from './network-view.ts';
import { inputLayer, sameUnit, type Unit } from './part.ts';
import { curveBetween, type Placed, type Placement, unitSize } from './placement.ts';
import { negativeDash, signCss } from './signs.ts';
import { pictureOf, type UnitPicture } from './unit-picture.ts';

/** The width of the strongest weight of a layer, and of the weakest, in pixels. */
const widest = 5;
const thinnest = 0.4;
/** Weights below this share of the strongest are not drawn. They could not be seen. */
const leastShare = 0.02;
const mostBias = 5;

/** What the reader looks at. */
export interface Emphasis {
  /** Lines of other units are pale. */
  unit?: Unit | undefined;
  /** The place of a weight or bias in the parameters, which is marked. */
  parameter?: number | undefined;
}

/** A line of the picture. */
export interface Line {
  from: Placed;
  to: Placed;
  /** Undefined where one line stands for many weights. */
  weight: Weight | undefined;
  /** The size relative to the largest of the layer, from 0 to 1. */
  share: number;
}

/** The lines between all shown units whose layers follow each other. */
export function linesOf(view: NetworkView, { units }: Placement): Line[] {
  const asImage = view.part.columns[0]?.units !== view.question.width;
  return units.flatMap((to) => {
    if (to.layer === inputLayer) return [];
    const scale = view.scale(to.layer).weight || 1;
    const before = units.filter(({ layer }) => layer === to.layer - 1);
    if (to.layer === 0 && asImage)
      return before.map((from): Line => ({ from, to, weight: undefined, share: 0.2 }));
    return before.flatMap((from): Line[] => {
      const weight = view.weight(from, to);
      return weight && Number.isFinite(weight.value)
        ? [{ from, to, weight, share: Math.abs(weight.value) / scale }]
        : [];
    });
  });
}

/** Draws the lines, the units on top of them, and their biases. */
export function drawNetwork(
  context: CanvasRenderingContext2D,
  view: NetworkView,
  data: SplitData,
  placed: Placement,
  { palette, emphasis, pixels }: { palette: Palette; emphasis: Emphasis; pixels: number },
): void {
  context.setTransform(pixels, 0, 0, pixels, 0, 0);
  context.clearRect(0, 0, placed.width, placed.height);
  const lines = linesOf(view, placed);
  // The strongest on top, and the marked one above all.
  const rank = ({ weight, share }: Line): number =>
    weight && weight.index === emphasis.parameter ? 2 : share;
  lines.sort((a, b) => rank(a) - rank(b));
  for (const line of lines) drawLine(context, line, palette, emphasis);
  const scales = new Map(view.part.columns.map(({ layer }) => [layer, view.loudest(layer)]));
  drawUnits(
    context,
    placed.units.map((unit) => {
      const picture = pictureOf(view, data, unit);
      const place = { left: unit.x - unitSize / 2, top: unit.y - unitSize / 2, size: unitSize };
      return { picture, place, scale: scaleOf(unit, picture, scales) };
    }),
    palette,
    pixels,
  );
  for (const unit of placed.units) drawBias(context, view, unit, palette, emphasis);
}

function scaleOf(
  { layer }: Unit,
  picture: UnitPicture,
  loudest: ReadonlyMap<number, number>,
): number {
  // Each image has its own scale, because a few strong weights of another unit would make it pale.
  if ('cells' in picture && picture.kind !== 'response')
    return largest(Array.from(picture.cells.values));
  return loudest.get(layer) ?? 0;
}

function drawLine(
  context: CanvasRenderingContext2D,
  { from, to, weight, share }: Line,
  palette: Palette,
  { unit, parameter }: Emphasis,
): void {
  const marked = weight !== undefined && weight.index === parameter;
  if (share < leastShare && !marked) return;
  const [start, ...rest] = curveBetween(from, to);
  const [one, two, end] = rest;
  if (!start || !one || !two || !end) return;
  const near = !unit || sameUnit(from, unit) || sameUnit(to, unit);
  context.beginPath();
  context.moveTo(...start);
  context.bezierCurveTo(...one, ...two, ...end);
  const width = thinnest + (widest - thinnest) * share;
  if (marked) {
    for (const [more, colour] of [
      [6, palette.ink],
      [3, palette.card],
    ] as const) {
      context.lineWidth = width + more;
      context.strokeStyle = css(colour);
      context.stroke();
    }
  }
  context.lineWidth = width;
  const alpha = (0.35 + 0.6 * share) * (near || marked ? 1 : 0.2);
  context.strokeStyle = weight
    ? signCss(palette, weight.value, alpha)
    : css(palette.ink, 0.4 * alpha);
  context.setLineDash(weight && weight.value < 0 ? negativeDash : []);
  context.stroke();
  context.setLineDash([]);
}

/** A disc at the lower left corner, or a ring if the bias is negative. */
function drawBias(
  context: CanvasRenderingContext2D,
  view: NetworkView,
  unit: Placed,
  palette: Palette,
  { parameter }: Emphasis,
): void {
  const bias = view.bias(unit);
  if (!bias || !Number.isFinite(bias.value)) return;
  const share = Math.abs(bias.value) / (view.scale(unit.layer).bias || 1);
  const radius = 1.5 + (mostBias - 1.5) * Math.sqrt(share);
  const [x, y] = [unit.x - unitSize / 2, unit.y + unitSize / 2];
  context.beginPath();
  context.arc(x, y, radius + 1.5, 0, 2 * Math.PI);
  context.fillStyle = bias.index === parameter ? css(palette.ink) : css(palette.card);
  context.fill();
  context.beginPath();
  context.arc(x, y, Math.max(1, bias.value < 0 ? radius - 0.75 : radius), 0, 2 * Math.PI);
  context.fillStyle = bias.value < 0 ? css(palette.card) : signCss(palette, bias.value);
  context.fill();
  if (bias.value >= 0) return;
  context.lineWidth = 1.5;
  context.strokeStyle = signCss(palette, bias.value);
  context.stroke();
}
