// SPDX-License-Identifier: MIT
import { type ChartDataset, DatasetController } from 'chart.js';
import type { Point } from './series.ts';

declare module 'chart.js' {
  interface ChartTypeRegistry {
    bars: ChartTypeRegistry['line'];
  }
}

/** A chart type that draws bars of equal width side by side, from the left edges and heights in its data. */
class BarsController extends DatasetController<'bars'> {
  static readonly id = 'bars';
  static readonly defaults = { dataElementType: 'place' };

  /** Does nothing, because there are no elements. */
  override buildOrUpdateElements(): void {}

  override draw(): void {
    const { ctx } = this.chart;
    const { xScale, yScale } = this._cachedMeta;
    const { data, width, backgroundColor } = this.getDataset() as Bars;
    if (!xScale || !yScale) return;
    ctx.save();
    ctx.fillStyle = backgroundColor;
    const floor = yScale.getPixelForValue(0);
    for (const { x, y } of data) {
      const left = xScale.getPixelForValue(x);
      const right = xScale.getPixelForValue(x + width);
      const top = yScale.getPixelForValue(y);
      // A gap of one pixel, if there is room for it.
      ctx.fillRect(left, top, Math.max(1, right - left - 1), floor - top);
    }
    ctx.restore();
  }
}

export type Bars = ChartDataset<'bars', Point[]> & { backgroundColor: string; width: number };

export const bars = BarsController;
