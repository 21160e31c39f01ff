// SPDX-License-Identifier: MIT
import { Chart, LinearScale } from 'chart.js';
import type { Histogram } from '../../../wasm/types.ts';
import { grouped, tickText } from '../format/number.ts';
import { bars } from './bars.ts';
import { polyline } from './polyline.ts';
import { themeColour } from './racer-style.ts';
import type { Point } from './series.ts';

// Bars share the element type of lines.
Chart.register(...polyline, bars, LinearScale);

/** A histogram in Chart.js. Every option that costs time per frame is off. */
export class HistogramPlot {
  readonly #canvas: HTMLCanvasElement;
  readonly #chart: Chart<'bars', Point[]>;

  constructor(canvas: HTMLCanvasElement) {
    this.#canvas = canvas;
    this.#chart = new Chart<'bars', Point[]>(canvas, {
      type: 'bars',
      data: { datasets: [] },
      options: { animation: false, maintainAspectRatio: false, events: [], scales: {} },
    });
  }

  /** Draws it in a colour of the theme. One without values has no bounds. */
  draw({ counts, ...bounds }: Histogram, colour: string): void {
    const { low, high } = bounds.low < bounds.high ? bounds : { low: 0, high: 1 };
    const width = (high - low) / counts.length;
    const data = Array.from(counts, (y, index) => ({ x: low + index * width, y }));
    const backgroundColor = themeColour(this.#canvas, colour);
    this.#chart.data.datasets = [{ data, width, backgroundColor } as never];
    this.#chart.options.scales = this.#scales(low, high, Math.max(1, ...counts));
    this.#chart.update('none');
  }

  destroy(): void {
    this.#chart.destroy();
  }

  #scales(min: number, max: number, most: number) {
    const color = themeColour(this.#canvas, '--ink-2');
    const font = { family: getComputedStyle(this.#canvas).fontFamily, size: 12 };
    const border = { display: false };
    const ticks = { color, font, minRotation: 0, maxRotation: 0 };
    const callback = (tick: string | number, _: number, all: { value: number }[]) =>
      tickText(Number(tick), Math.abs((all[1]?.value ?? 0) - (all[0]?.value ?? 0)));
    return {
      x: {
        type: 'linear' as const,
        min,
        max,
        border,
        grid: { display: false },
        ticks: { ...ticks, maxTicksLimit: 5, includeBounds: false, callback },
      },
      y: {
        type: 'linear' as const,
        min: 0,
        max: most,
        border,
        grid: { color: themeColour(this.#canvas, '--line'), drawTicks: false },
        ticks: {
          ...ticks,
          padding: 8,
          maxTicksLimit: 3,
          precision: 0,
          // Chart.js would write it in the language of the browser.
          callback: (count: string | number) => grouped(Number(count)),
        },
      },
    };
  }
}
