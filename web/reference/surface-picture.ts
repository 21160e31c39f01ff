// SPDX-License-Identifier: MIT
import type { SurfaceEntry } from '../../wasm/types.ts';
import { contour, type Grid, gridPoints } from '../src/pictures/contours.ts';
import { contourLevels } from '../src/pictures/levels.ts';
import type { Point } from '../src/model/settings.ts';
import { toPixel, windowOn } from '../src/pictures/window.ts';
import { type Html, html } from './html.ts';

/** The size of the picture. Coordinates of lines are rounded to half a pixel. */
const pixels = 240;
const side = 2 * pixels;

type Drawn = Pick<SurfaceEntry, 'name' | 'domain' | 'start' | 'minima'>;

/** A picture of a surface: contours, stronger where it is lower, with the start and the minima. */
export function surfacePicture(
  { name, domain, start, minima }: Drawn,
  valuesAt: (points: Float64Array) => Float64Array,
): Html {
  const window = windowOn({ x: domain[0], y: domain[1] }, { width: pixels, height: pixels });
  const { points, ...shape } = gridPoints(window);
  const grid: Grid = { ...shape, values: valuesAt(points) };
  const floor = minima.length > 0 ? Math.min(...minima.map(({ value }) => value)) : undefined;
  const levels = contourLevels(grid.values, floor);
  const cross = ([x, y]: readonly [number, number]): string =>
    `M${2 * x - 10} ${2 * y}h20M${2 * x} ${2 * y - 10}v20`;
  const [x, y] = toPixel(window, start);
  return html`<figure>
    <svg viewBox="0 0 ${side} ${side}" role="img" aria-label="Contour lines of ${name}">
      <g class="contours">
        ${levels.map(
          (level, i) =>
            html`<path
              d="${lineAt(grid, level)}"
              opacity="${(1 - (0.75 * i) / levels.length).toFixed(2)}"
            ></path>`,
        )}
      </g>
      <path class="minimum" d="${minima.map(({ at }) => cross(toPixel(window, at))).join('')}" />
      <circle class="start" cx="${2 * x}" cy="${2 * y}" r="9" />
    </svg>
    <figcaption>
      Contour lines, stronger where lower. The circle is the start${crosses(minima.length)}.
    </figcaption>
  </figure>`;
}

function crosses(minima: number): string {
  if (minima === 0) return '';
  return minima === 1 ? ', the cross the minimum' : ', the crosses are minima';
}

/** A contour as an SVG path, with its segments joined to long lines. */
function lineAt(grid: Grid, level: number): string {
  const [across, down] = [side / (grid.columns - 1), side / (grid.rows - 1)];
  const ends = new Map<string, Point[]>();
  const join = (from: Point, to: Point): void => {
    ends.set(String(from), [...(ends.get(String(from)) ?? []), to]);
  };
  contour(grid, level, (x1, y1, x2, y2) => {
    const from: Point = [Math.round(x1 * across), Math.round(y1 * down)];
    const to: Point = [Math.round(x2 * across), Math.round(y2 * down)];
    if (String(from) === String(to)) return;
    join(from, to);
    join(to, from);
  });
  let path = '';
  for (const start of ends.keys()) {
    let here = start.split(',').map(Number) as [number, number];
    let line = `M${here.join(' ')}l`;
    for (let next = take(ends, here); next; next = take(ends, here)) {
      line += `${next[0] - here[0]} ${next[1] - here[1]} `;
      here = [...next];
    }
    if (!line.endsWith('l')) path += line.trimEnd().replaceAll(' -', '-');
  }
  return path;
}

/** The next point of a line. Removes the segment, so it is not used twice. */
function take(ends: Map<string, Point[]>, from: Point): Point | undefined {
  const to = ends.get(String(from))?.pop();
  const back = ends.get(String(to));
  if (back)
    back.splice(
      back.findIndex((point) => String(point) === String(from)),
      1,
    );
  return to;
}
