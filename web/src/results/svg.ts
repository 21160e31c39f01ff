// SPDX-License-Identifier: MIT
import { Context } from 'svgcanvas';
import { type Medium, type Picture, plainCanvas } from './medium.ts';
import { tidied } from './tidied.ts';

const namespace = 'http://www.w3.org/2000/svg';
const contexts = new WeakMap<HTMLCanvasElement, Context>();

/** Vectors and texts. Only shades, which are pixels on the page too, are images in it. */
export const svg: Medium = {
  ending: 'svg',
  pixels: 1,
  canvas(size) {
    const canvas = plainCanvas(size);
    const context = new Context(size.width, size.height);
    contexts.set(canvas, context);
    // What draws asks a canvas for its context, and a context for its canvas.
    context.canvas = canvas;
    const drawing = context as unknown as CanvasRenderingContext2D;
    cropFinely(drawing);
    closeCircles(drawing);
    return Object.assign(canvas, { getContext: () => drawing });
  },
  file: (picture) =>
    Promise.resolve(
      new Blob([new XMLSerializer().serializeToString(documentOf(picture))], {
        type: 'image/svg+xml',
      }),
    ),
};

function documentOf({ size, colour, title, parts }: Picture): SVGSVGElement {
  const root = element('svg', {
    ...size,
    viewBox: `0 0 ${size.width} ${size.height}`,
    role: 'img',
  });
  const name = element('title', {});
  name.textContent = title;
  root.append(name, element('rect', { width: '100%', height: '100%', fill: colour }));
  for (const { canvas, left, top } of parts) {
    const part = contexts.get(canvas)?.getSvg();
    if (!part) continue;
    part.setAttribute('x', String(left));
    part.setAttribute('y', String(top));
    root.append(part);
  }
  tidied(root);
  return root;
}

function element<Name extends keyof SVGElementTagNameMap>(
  name: Name,
  attributes: Readonly<Record<string, string | number>>,
): SVGElementTagNameMap[Name] {
  const made = document.createElementNS(namespace, name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, String(value));
  return made;
}

/** A part of an image keeps its own pixels. The library would take only as many as it covers on the page. */
function cropFinely(context: CanvasRenderingContext2D): void {
  const draw = context.drawImage.bind(context) as (...all: unknown[]) => void;
  context.drawImage = (image: CanvasImageSource, ...place: number[]): void => {
    if (place.length < 8) return draw(image, ...place);
    const [left = 0, top = 0, width = 0, height = 0, ...to] = place;
    const part = plainCanvas({ width, height });
    part.getContext('2d')?.drawImage(image, left, top, width, height, 0, 0, width, height);
    draw(part, ...to);
  };
}

/** A circle in two halves. An arc of SVG that ends where it begins is nothing, and a gap may be rounded away. */
function closeCircles(context: CanvasRenderingContext2D): void {
  const arc = context.arc.bind(context);
  context.arc = (x, y, radius, from, to, counter): void => {
    if (Math.abs(to - from) < 2 * Math.PI) return arc(x, y, radius, from, to, counter);
    const half = from + (counter ? -Math.PI : Math.PI);
    arc(x, y, radius, from, half, counter);
    arc(x, y, radius, half, from, counter);
  };
}
