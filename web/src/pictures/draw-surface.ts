// SPDX-License-Identifier: MIT
import { themeColour } from '../chart/racer-style.ts';
import { contour, type Grid } from './contours.ts';
import { contourLevels } from './levels.ts';
import { css, mixed, parsed, type Rgb } from './palette.ts';

export interface SurfaceColours {
  low: Rgb;
  high: Rgb;
  line: Rgb;
}

/** The opacity of lines and shades. Paths must stand out on them. */
const lineAlpha = 0.34;

export function surfaceColours(element: Element): SurfaceColours {
  const colour = (name: string): Rgb => parsed(themeColour(element, name));
  return { low: colour('--surface-low'), high: colour('--surface-high'), line: colour('--ink-2') };
}

/** Draws a surface: shades, darker where it is lower, and contours. Returns the levels of the contours. */
export function drawSurface(
  context: CanvasRenderingContext2D,
  grid: Grid,
  floor: number | undefined,
  colours: SurfaceColours,
  lineWidth: number,
): number[] {
  const levels = contourLevels(grid.values, floor);
  const { width, height } = context.canvas;
  context.imageSmoothingQuality = 'high';
  const image = shades(grid, levels, colours);
  // The values are at the corners of cells, the image's pixels at their centres.
  const [column, row] = [width / (grid.columns - 1), height / (grid.rows - 1)];
  context.drawImage(image, -column / 2, -row / 2, width + column, height + row);
  context.beginPath();
  for (const level of levels) {
    contour(grid, level, (x1, y1, x2, y2) => {
      context.moveTo(x1 * column, y1 * row);
      context.lineTo(x2 * column, y2 * row);
    });
  }
  context.lineWidth = lineWidth;
  context.strokeStyle = css(colours.line, lineAlpha);
  context.stroke();
  return levels;
}

/** A pixel for each value, shaded by its rank among the levels. */
function shades(
  { columns, rows, values }: Grid,
  levels: readonly number[],
  { low, high }: SurfaceColours,
): HTMLCanvasElement {
  const canvas = document.createElement('canvas');
  canvas.width = columns;
  canvas.height = rows;
  const image = new ImageData(columns, rows);
  values.forEach((value, index) => {
    image.data.set([...mixed(low, high, rank(value, levels)), 255], 4 * index);
  });
  canvas.getContext('2d')?.putImageData(image, 0, 0);
  return canvas;
}

/** The rank of a value among the levels, from 0 below the first to 1 above the last. */
function rank(value: number, levels: readonly number[]): number {
  const above = levels.findIndex((level) => level > value);
  if (above < 0 || levels.length === 0) return 1;
  if (above === 0) return 0;
  const [before = 0, after = 1] = [levels[above - 1], levels[above]];
  return (above - 1 + (value - before) / (after - before)) / (levels.length - 1 || 1);
}
