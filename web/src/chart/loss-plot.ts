// SPDX-License-Identifier: MIT
import {
  Chart,
  type ChartDataset,
  LinearScale,
  LineController,
  LineElement,
  LogarithmicScale,
  PointElement,
} from 'chart.js';
import { plain } from '../format/number.ts';
import { logTicks } from './axis-range.ts';
import type { ChartModel, Line } from './chart-model.ts';
import { lineEnds, nameRoom } from './line-ends.ts';
import { racerStyle, themeColour } from './racer-style.ts';
import { lossFloor, type Point } from './series.ts';

Chart.register(LineController, LineElement, PointElement, LinearScale, LogarithmicScale);

const widths: Record<Line['kind'], number> = { main: 2.25, beside: 1.25, ghost: 1 };

/** A Chart.js chart fed with models: every option that costs time per frame is off. */
export class LossPlot {
  #chart: Chart<'line', Point[]>;
  #model: ChartModel = {
    lines: [],
    scale: 'log',
    xTitle: '',
    x: { min: 0, max: 1 },
    y: { min: 0.1, max: 1 },
    target: null,
  };
  #canvas: HTMLCanvasElement;
  #colours = new Map<string, string>();
  /** What the axes and the room for names were last made for. */
  #frame = '';

  constructor(canvas: HTMLCanvasElement) {
    this.#canvas = canvas;
    this.#chart = new Chart<'line', Point[]>(canvas, {
      type: 'line',
      data: { datasets: [] },
      options: {
        animation: false,
        parsing: false,
        normalized: true,
        spanGaps: true,
        maintainAspectRatio: false,
        events: [],
        layout: { padding: { top: 10 } },
        elements: { point: { radius: 0 }, line: { tension: 0 } },
        scales: {},
      },
      plugins: [lineEnds({ model: () => this.#model, colour: (name) => this.#colour(name) })],
    });
  }

  draw(model: ChartModel): void {
    const { scale, xTitle } = model;
    this.#model = model;
    this.#setDatasets(model.lines);
    const names = model.lines.map(({ name }) => name);
    const room = nameRoom(this.#chart, names, this.#chart.width * 0.3);
    const frame = JSON.stringify([model.x, model.y, scale, xTitle, room]);
    if (frame !== this.#frame) {
      this.#frame = frame;
      this.#chart.options.layout = { padding: { top: 10, right: room } };
      this.#chart.options.scales = this.#scales(model);
    }
    this.#chart.update('none');
  }

  /** The theme has changed: colours are looked up once, and anew after this. */
  restyle(): void {
    this.#colours.clear();
    this.#frame = '';
  }

  /** Between pixels of the canvas and the x axis. */
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

  /** Chart.js keeps what it knows of a data set as long as the object is the same. */
  #setDatasets(lines: Line[]): void {
    const { datasets } = this.#chart.data;
    datasets.length = Math.min(datasets.length, lines.length);
    lines.forEach((line, index) => {
      datasets[index] = Object.assign(datasets[index] ?? {}, this.#dataset(line));
    });
  }

  #dataset({ points, slot, kind }: Line): ChartDataset<'line', Point[]> {
    const { colour, dash } = racerStyle(slot);
    const ghost = kind === 'ghost';
    return {
      data: points,
      borderColor: this.#colour(ghost ? '--ghost' : colour) + (kind === 'beside' ? '99' : ''),
      borderWidth: widths[kind],
      borderDash: ghost ? [] : dash,
      borderJoinStyle: 'round',
    };
  }

  #scales({ x, y, scale, xTitle }: ChartModel) {
    const ink = this.#colour('--ink-2');
    const font = { family: getComputedStyle(this.#canvas).fontFamily, size: 12 };
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

function lossTick(value: number): string {
  if (value > 0 && value <= lossFloor) return '≤ 1e-12';
  return value !== 0 && Math.abs(value) < 1e-4 ? value.toExponential(0) : plain(value);
}

/** 1500, 20k, 1.5M */
function shortNumber(value: number): string {
  if (value >= 1e6) return `${plain(value / 1e6)}M`;
  return value >= 1e4 ? `${plain(value / 1e3)}k` : plain(value);
}
