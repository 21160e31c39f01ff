// SPDX-License-Identifier: MIT
import { Chart, type ChartDataset, LinearScale, LogarithmicScale } from 'chart.js';
import { plain } from '../format/number.ts';
import { logTicks } from './axis-range.ts';
import type { ChartModel, Line } from './chart-model.ts';
import { lineEnds, type LineEndsSource, nameRoom } from './line-ends.ts';
import { type Polyline, polyline } from './polyline.ts';
import { racerStyle, themeColour } from './racer-style.ts';
import { lossFloor, type Point } from './series.ts';

Chart.register(...polyline, LinearScale, LogarithmicScale);

const widths: Record<Line['kind'], number> = { main: 2.25, beside: 1.25, limit: 1.25, ghost: 1 };
/** Colours of lines that have not that of their racer. */
const plainColours: Partial<Record<Line['kind'], string>> = { ghost: '--ghost', limit: '--ink' };
/** Each kind is drawn over those after it. */
const fromTheTop: readonly Line['kind'][] = ['limit', 'main', 'beside', 'ghost'];
/** More lines than this are all drawn thin. They are easier to tell apart, and several times faster. */
const mostWideLines = 8;

/** The loss chart in Chart.js, drawn from models. Every option that costs time per frame is off. */
export class LossPlot {
  #chart: Chart<'polyline', Point[]>;
  #model: ChartModel;
  #canvas: HTMLCanvasElement;
  #colours = new Map<string, string>();
  #fontFamily = '';
  readonly #source: LineEndsSource = {
    model: () => this.#model,
    colour: (property) => this.#colour(property),
    fontFamily: () => this.#fontFamily,
  };
  /** frameOf() the last drawn model, or empty to force a full update. */
  #frame: string;

  /** `pixels`: those of the canvas per CSS pixel. */
  constructor(canvas: HTMLCanvasElement, model: ChartModel, pixels?: number) {
    this.#canvas = canvas;
    this.#model = model;
    this.#fontFamily = getComputedStyle(canvas).fontFamily;
    const room = this.#room(canvas.getContext('2d'), canvas.parentElement?.clientWidth ?? 0);
    this.#frame = frameOf(model, room);
    this.#chart = new Chart<'polyline', Point[]>(canvas, {
      type: 'polyline',
      data: { datasets: this.#datasets([]) },
      options: {
        animation: false,
        ...(pixels && { devicePixelRatio: pixels }),
        maintainAspectRatio: false,
        events: [],
        layout: layout(room),
        scales: this.#scales(model),
      },
      plugins: [lineEnds(this.#source)],
    });
  }

  draw(model: ChartModel): void {
    this.#model = model;
    const room = this.#room(this.#chart.ctx, this.#chart.width);
    const frame = frameOf(model, room);
    if (frame === this.#frame) return this.#follow();
    this.#frame = frame;
    this.#datasets(this.#chart.data.datasets);
    this.#chart.options.layout = layout(room);
    this.#chart.options.scales = this.#scales(model);
    this.#chart.update('none');
  }

  /** Draws new points of the lines. Everything else is unchanged. */
  #follow(): void {
    this.#chart.data.datasets.forEach((dataset, index) => {
      dataset.data = this.#model.lines[index]?.points ?? [];
    });
    this.#chart.draw();
  }

  /** Forgets the cached colours. To be called when the theme has changed. */
  restyle(): void {
    this.#colours.clear();
    this.#frame = '';
  }

  /** The value on the x axis at a pixel of the canvas. */
  xAt(pixel: number): number {
    return this.#chart.scales.x?.getValueForPixel(pixel) ?? 0;
  }

  pixelOf({ x, y }: Point): Point {
    const { scales, chartArea } = this.#chart;
    const drawn = scales.y?.getPixelForValue(y) ?? 0;
    return {
      x: scales.x?.getPixelForValue(x) ?? 0,
      y: Math.min(chartArea.bottom, Math.max(chartArea.top, drawn)),
    };
  }

  get area(): { left: number; right: number; top: number; bottom: number } {
    return this.#chart.chartArea;
  }

  destroy(): void {
    this.#chart.destroy();
  }

  #colour(property: string): string {
    const known = this.#colours.get(property);
    if (known !== undefined) return known;
    const colour = themeColour(this.#canvas, property);
    this.#colours.set(property, colour);
    return colour;
  }

  /** The room for the names of the lines on a chart of that width. */
  #room(context: CanvasRenderingContext2D | null, width: number): number {
    return context ? nameRoom(context, this.#source, width * 0.3) : 0;
  }

  /** Reuses the data set objects, because Chart.js keeps its state only for the same object. */
  #datasets(datasets: ChartDataset<'polyline', Point[]>[]) {
    const { lines } = this.#model;
    datasets.length = Math.min(datasets.length, lines.length);
    const thin = lines.length > mostWideLines;
    lines.forEach((line, index) => {
      datasets[index] = Object.assign(datasets[index] ?? {}, this.#dataset(line, thin));
    });
    return datasets;
  }

  #dataset({ points, slot, kind, ...line }: Line, thin: boolean): Polyline {
    const style = racerStyle(slot);
    const { colour } = style;
    const dash = line.dash ?? style.dash;
    const ghost = kind === 'ghost';
    return {
      data: points,
      order: fromTheTop.indexOf(kind),
      borderColor: this.#colour(plainColours[kind] ?? colour) + (kind === 'beside' ? '99' : ''),
      borderWidth: thin ? 1 : widths[kind],
      borderDash: ghost ? [] : thin ? denser(dash) : dash,
    };
  }

  #scales({ x, y, scale, xTitle }: ChartModel) {
    const ink = this.#colour('--ink-2');
    const font = { family: this.#fontFamily, size: 12 };
    const ticks = { color: ink, font, minRotation: 0, maxRotation: 0 };
    const border = { display: false };
    return {
      x: {
        type: 'linear' as const,
        ...x,
        border,
        grid: { display: false },
        title: { display: true, text: xTitle, color: ink, font, align: 'end' as const, padding: 0 },
        ticks: {
          ...ticks,
          maxTicksLimit: 6,
          callback: (value: string | number) => shortNumber(Number(value)),
        },
      },
      y: {
        type: scale === 'log' ? ('logarithmic' as const) : ('linear' as const),
        ...y,
        border,
        grid: { color: this.#colour('--line'), drawTicks: false },
        afterBuildTicks: (axis: { ticks: { value: number }[] }) => {
          if (scale === 'log') axis.ticks = logTicks(y).map((value) => ({ value }));
        },
        ticks: {
          ...ticks,
          padding: 8,
          maxTicksLimit: 7,
          callback: (value: string | number) => lossTick(Number(value)),
        },
      },
    };
  }
}

/** A key of everything but the points. If it changes, axes and line styles must be updated. */
function frameOf({ lines, x, y, scale, xTitle }: ChartModel, room: number): string {
  const styles = lines.map(({ kind, slot }) => kind + slot);
  return JSON.stringify([x, y, scale, xTitle, room, styles]);
}

function layout(right: number) {
  return { padding: { top: 10, right } };
}

/** A denser dash pattern, because thin dots far apart are hard to see. */
function denser(dash: readonly number[]): number[] {
  return dash.map((length, index) => (index % 2 === 1 ? Math.ceil(length / 2) : length));
}

function lossTick(value: number): string {
  if (value > 0 && value <= lossFloor) return '≤ 1e-12';
  return value !== 0 && Math.abs(value) < 1e-4 ? value.toExponential(0) : plain(value);
}

/** 1500, 20k, 1.5M */
function shortNumber(value: number): string {
  if (value >= 1e6) return `${plain(value / 1e6)}M`;
  return value >= 1e4 ? `${plain(value / 1e3)}k` : plain(value);
}
