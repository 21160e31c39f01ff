// SPDX-License-Identifier: MIT
import { Chart, LinearScale, type Plugin } from 'chart.js';
import { tickText } from '../format/number.ts';
import { msg } from '../language/message.ts';
import { polyline } from './polyline.ts';
import { themeColour } from './racer-style.ts';
import type { Point } from './series.ts';

Chart.register(...polyline, LinearScale);

/** A slice of a surface through a racer's point, with its tangent and its quadratic model. */
export interface SliceModel {
  surface: Point[];
  tangent: Point[];
  parabola: Point[];
  /** The trial points of the last step. One can be the point where it went. */
  trials: (Point & { taken: boolean })[];
  value: number;
  /** The name of a custom property of the theme. */
  colour: string;
}

/** The space above and below, as a share of the surface's height in the slice. */
const margin = 0.12;

/** The chart of a slice, drawn with Chart.js. */
export class SlicePlot {
  readonly #canvas: HTMLCanvasElement;
  /** The value at the racer's point, in the middle of the slice. */
  #value = 0;
  #fill = '';
  #trials: SliceModel['trials'] = [];
  readonly #racer: Plugin<'polyline'> = {
    id: 'racer',
    afterDatasetsDraw: ({ ctx, scales: { x, y } }) => {
      if (!x || !y) return;
      ctx.fillStyle = this.#fill;
      ctx.beginPath();
      ctx.arc(x.getPixelForValue(0), y.getPixelForValue(this.#value), 5.5, 0, 2 * Math.PI);
      ctx.fill();
      ctx.strokeStyle = this.#fill;
      ctx.lineWidth = 2;
      for (const trial of this.#trials)
        strokeTrial(ctx, x.getPixelForValue(trial.x), y.getPixelForValue(trial.y), trial.taken);
    },
  };
  readonly #chart: Chart<'polyline', Point[]>;

  constructor(canvas: HTMLCanvasElement) {
    this.#canvas = canvas;
    this.#chart = new Chart<'polyline', Point[]>(canvas, {
      type: 'polyline',
      data: { datasets: [] },
      options: {
        animation: false,
        maintainAspectRatio: false,
        events: [],
        scales: {},
      },
      plugins: [this.#racer],
    });
  }

  draw({ surface, tangent, parabola, trials, value, colour }: SliceModel): void {
    this.#trials = trials;
    this.#value = value;
    this.#fill = this.#colour(colour);
    const racer = this.#fill;
    const ink = this.#colour('--ink');
    const line = (
      data: Point[],
      borderColor: string,
      borderWidth: number,
      dash: number[] = [],
    ) => ({
      data,
      borderColor,
      borderWidth,
      borderDash: dash,
    });
    this.#chart.data.datasets = [
      line(surface, ink, 2.25),
      line(parabola, racer, 2),
      line(tangent, this.#colour('--ink-2'), 1.5, [5, 3]),
    ];
    this.#chart.options.scales = this.#scales(surface);
    this.#chart.update('none');
  }

  destroy(): void {
    this.#chart.destroy();
  }

  #colour(property: string): string {
    return themeColour(this.#canvas, property);
  }

  #scales(surface: Point[]) {
    const heights = surface.map(({ y }) => y);
    const [low, high] = [Math.min(...heights), Math.max(...heights)];
    const room = (high - low || Math.abs(high) || 1) * margin;
    const reach = surface.at(-1)?.x ?? 1;
    const color = this.#colour('--ink-2');
    const font = { family: getComputedStyle(this.#canvas).fontFamily, size: 12 };
    const ticks = {
      color,
      font,
      minRotation: 0,
      maxRotation: 0,
      maxTicksLimit: 6,
      callback: (tick: string | number, _: number, all: { value: number }[]) =>
        tickText(Number(tick), Math.abs((all[1]?.value ?? 0) - (all[0]?.value ?? 0))),
    };
    const title = { display: true, color, font, padding: 0 };
    const border = { display: false };
    const grid = { color: this.#colour('--line'), drawTicks: false };
    return {
      x: {
        type: 'linear' as const,
        min: -reach,
        max: reach,
        border,
        grid,
        ticks: { ...ticks, padding: 6, includeBounds: false },
        title: { ...title, text: msg('distance along the slice'), align: 'end' as const },
      },
      y: {
        type: 'linear' as const,
        min: low - room,
        max: high + room,
        border,
        grid,
        ticks: { ...ticks, padding: 8, includeBounds: false },
      },
    };
  }
}

/** A ring where the step went, and a cross at what it refused. */
function strokeTrial(ctx: CanvasRenderingContext2D, x: number, y: number, taken: boolean): void {
  ctx.beginPath();
  if (taken) {
    ctx.arc(x, y, 9, 0, 2 * Math.PI);
  } else {
    ctx.moveTo(x - 4, y - 4);
    ctx.lineTo(x + 4, y + 4);
    ctx.moveTo(x + 4, y - 4);
    ctx.lineTo(x - 4, y + 4);
  }
  ctx.stroke();
}
