// SPDX-License-Identifier: MIT
import type { Point } from '../../model/settings.ts';
import { boundedPixel } from '../draw-paths.ts';
import type { Window } from '../window.ts';
import type { Label } from './draw-labels.ts';

interface Colours {
  racer: string;
  ground: string;
}

const width = 2;
/** Lines and discs have an outline in the background's colour, so they stand out on contours and paths. */
const outline = 2;

/** Draws marks on the picture of a surface. */
export class Pen {
  readonly context: CanvasRenderingContext2D;
  readonly window: Window;
  readonly labels: Label[] = [];
  readonly #colours: Colours;
  #opacity = 1;

  constructor(context: CanvasRenderingContext2D, window: Window, colours: Colours) {
    this.context = context;
    this.window = window;
    this.#colours = colours;
  }

  /** The size of marks that have no size on the surface, in pixels. */
  get unit(): number {
    const { size } = this.window;
    return Math.max(28, Math.min(56, 0.16 * Math.min(size.width, size.height)));
  }

  pixel(point: Point): Point {
    return boundedPixel(this.window, point);
  }

  /** Strokes the shape that `trace` outlines. */
  line(trace: () => void, dash: readonly number[] = []): void {
    const { context } = this;
    context.lineCap = 'butt';
    context.lineJoin = 'round';
    context.beginPath();
    trace();
    context.globalAlpha = 0.75 * this.#opacity;
    context.strokeStyle = this.#colours.ground;
    context.lineWidth = width + 2 * outline;
    context.stroke();
    context.globalAlpha = this.#opacity;
    context.setLineDash([...dash]);
    context.strokeStyle = this.#colours.racer;
    context.lineWidth = width;
    context.stroke();
    context.setLineDash([]);
  }

  /** Strokes a thin line. */
  thin(trace: () => void, dash: readonly number[] = []): void {
    const { context } = this;
    context.beginPath();
    trace();
    context.setLineDash([...dash]);
    context.strokeStyle = this.#colours.racer;
    context.lineWidth = 1;
    context.stroke();
    context.setLineDash([]);
  }

  /** Does some drawing with this opacity. */
  fade(opacity: number, draw: () => void): void {
    this.#opacity = opacity;
    draw();
    this.#opacity = 1;
    this.context.globalAlpha = 1;
  }

  /** Tints the area that `trace` outlines. */
  tint(trace: () => void): void {
    const { context } = this;
    context.beginPath();
    trace();
    context.globalAlpha = 0.13;
    context.fillStyle = this.#colours.racer;
    context.fill();
    context.globalAlpha = 1;
  }

  /** Fills the area that `trace` outlines. */
  solid(trace: () => void): void {
    const { context } = this;
    context.beginPath();
    trace();
    context.lineWidth = outline;
    context.strokeStyle = this.#colours.ground;
    context.stroke();
    context.fillStyle = this.#colours.racer;
    context.fill();
  }

  /** A small ring, filled with the background. */
  dot([x, y]: Point, radius: number): void {
    const { context } = this;
    context.beginPath();
    context.arc(x, y, radius, 0, 2 * Math.PI);
    context.fillStyle = this.#colours.ground;
    context.fill();
    context.lineWidth = width;
    context.strokeStyle = this.#colours.racer;
    context.stroke();
  }

  ring([x, y]: Point, radius: number): void {
    this.line(() => this.context.arc(x, y, radius, 0, 2 * Math.PI));
  }

  /** A cross, for what was refused. */
  cross([x, y]: Point, reach: number): void {
    const { context } = this;
    this.line(() => {
      context.moveTo(x - reach, y - reach);
      context.lineTo(x + reach, y + reach);
      context.moveTo(x + reach, y - reach);
      context.lineTo(x - reach, y + reach);
    });
  }

  /** Notes a number beside a point, to the side that a direction leads to. It is drawn after everything else. */
  label(text: string, at: Point, way: Point): void {
    this.labels.push({ text, at, way });
  }
}
