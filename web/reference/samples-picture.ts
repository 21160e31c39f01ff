// SPDX-License-Identifier: MIT
import type { Engine } from '../../wasm/types.ts';
import { extent, squareAround, toCanvas } from '../src/pictures/plane.ts';
import { unitSquare } from '../src/pictures/thumbnail.ts';
import { type Html, html } from './html.ts';

type Sample = ReturnType<Engine['sample']>;

const size = 104;
/** The number of opacities of each colour. */
const shades = 4;
/** Pixels below this share of the image's range are noise and are not drawn. */
const blankShare = 0.35;
const tiles = 2;

/** SVG paths by their style, which is a colour and an opacity. */
type Strokes = Map<string, string>;

/** A picture of a data set: points in the plane, values over one input, or a few images. */
export function samplesPicture(sample: Sample, name: string): Html {
  const inputs = sample.inputs[0]?.length ?? 0;
  const [strokes, width] = inputs > 2 ? imageStrokes(sample) : [pointStrokes(sample, inputs), 3.6];
  const caps = inputs > 2 ? 'butt' : 'round';
  return html`<figure>
    <svg viewBox="0 0 ${size} ${size}" role="img" aria-label="Samples of ${name}">
      <g fill="none" stroke-width="${width}" stroke-linecap="${caps}">
        ${[...strokes].map(([style, path]) => html`<path style="${style}" d="${path}"></path>`)}
      </g>
    </svg>
    <figcaption>${caption(sample, inputs)}</figcaption>
  </figure>`;
}

function caption({ inputs, task }: Sample, dimensions: number): string {
  if (dimensions > 2) return 'Four of the images';
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
function imageStrokes({ inputs, targets }: Sample): [Strokes, number] {
  const strokes: Strokes = new Map();
  const side = Math.floor(Math.sqrt(inputs[0]?.length ?? 0));
  const tile = size / tiles;
  const cell = tile / side;
  for (let index = 0; index < tiles * tiles; index++) {
    const values = inputs[(targets as number[]).indexOf(index + 1)] ?? [];
    const [low, high] = extent(values);
    values.forEach((value, pixel) => {
      const left = (index % tiles) * tile + (pixel % side) * cell;
      const middle = Math.floor(index / tiles) * tile + (Math.floor(pixel / side) + 0.5) * cell;
      const share = ((value - low) / (high - low || 1) - blankShare) / (1 - blankShare);
      add(strokes, 'ink-2', share, `M${left.toFixed(1)} ${middle.toFixed(1)}h${cell.toFixed(1)}`);
    });
  }
  return [strokes, cell];
}
