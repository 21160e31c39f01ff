// SPDX-License-Identifier: MIT
import type { Engine } from '../../wasm/types.ts';
import { imageTiles, isImage } from '../src/pictures/images.ts';
import { extent, inputsOf, squareAround, toCanvas } from '../src/pictures/plane.ts';
import { unitSquare } from '../src/pictures/thumbnail.ts';
import { type Html, html } from './html.ts';

type Sample = ReturnType<Engine['sample']>;

const size = 104;
/** The number of opacities of each colour. */
const shades = 4;

/** SVG paths by their style, which is a colour and an opacity. */
type Strokes = Map<string, string>;

/** A picture of a data set: points in the plane, values over one input, or a few images. */
export function samplesPicture(sample: Sample, name: string): Html {
  const image = isImage(sample.shape);
  const inputs = inputsOf(sample);
  const [strokes, width] = image ? imageStrokes(sample) : [pointStrokes(sample, inputs), 3.6];
  const caps = image ? 'butt' : 'round';
  return html`<figure>
    <svg viewBox="0 0 ${size} ${size}" role="img" aria-label="Samples of ${name}">
      <g fill="none" stroke-width="${width}" stroke-linecap="${caps}">
        ${[...strokes].map(([style, path]) => html`<path style="${style}" d="${path}"></path>`)}
      </g>
    </svg>
    <figcaption>${image ? 'Four of the images' : caption(sample, inputs)}</figcaption>
  </figure>`;
}

function caption({ inputs, task }: Sample, dimensions: number): string {
  const colours = task === 'classification' ? 'colored by class' : 'colored by value';
  return `${inputs.length} samples${dimensions === 1 ? ': value over input' : `, ${colours}`}`;
}

function add(strokes: Strokes, colour: string, strength: number, path: string): void {
  const rounded = Math.ceil(strength * shades) / shades;
  if (rounded <= 0) return;
  const style = `stroke:var(--${colour});stroke-opacity:${rounded}`;
  strokes.set(style, (strokes.get(style) ?? '') + path);
}

/** A dot for each sample, drawn as a stroke of length zero with round ends. */
function pointStrokes({ inputs, targets, task }: Sample, dimensions: number): Strokes {
  const strokes: Strokes = new Map();
  const values = targets.map((target) => (Array.isArray(target) ? (target[0] ?? 0) : target));
  const [low, high] = extent(values);
  const points = dimensions === 1 ? unitSquare(inputs, values) : inputs;
  const square = squareAround(points);
  points.forEach((point, index) => {
    const [x, y] = toCanvas(square, size, point);
    const value = values[index] ?? 0;
    const dot = `M${x.toFixed(1)} ${y.toFixed(1)}h0`;
    if (task === 'classification') return add(strokes, `class-${value}`, 1, dot);
    if (dimensions === 1) return add(strokes, 'class-0', 1, dot);
    const share = (2 * (value - low)) / (high - low || 1) - 1;
    add(strokes, share > 0 ? 'class-1' : 'class-0', Math.max(Math.abs(share), 0.01), dot);
  });
  return strokes;
}

/** One image of each of the first classes, with a stroke per pixel. Also returns the stroke width. */
function imageStrokes(sample: Sample): [Strokes, number] {
  const strokes: Strokes = new Map();
  const { cell, pixels } = imageTiles(sample, size);
  for (const { left, top, darkness } of pixels) {
    const middle = top + cell / 2;
    add(strokes, 'ink-2', darkness, `M${left.toFixed(1)} ${middle.toFixed(1)}h${cell.toFixed(1)}`);
  }
  return [strokes, cell];
}
