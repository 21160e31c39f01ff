// SPDX-License-Identifier: MIT
import { type ChartDataset, DatasetController, Element } from 'chart.js';
import type { Point } from './series.ts';

declare module 'chart.js' {
  interface ChartTypeRegistry {
    polyline: ChartTypeRegistry['line'];
  }
}

/**
 * Straight lines from point to point, and nothing at the points. Chart.js's own lines keep an element
 * for each point and can be curved, stepped, and filled: several times the script and the work.
 */
class PolylineController extends DatasetController<'polyline'> {
  static readonly id = 'polyline';
  static readonly defaults = { dataElementType: 'place' };

  /** Of points, which are none. */
  override buildOrUpdateElements(): void {}

  override draw(): void {
    const { ctx } = this.chart;
    const { xScale, yScale } = this._cachedMeta;
    const { data, borderColor, borderWidth, borderDash = [] } = this.#line;
    if (!xScale || !yScale) return;
    ctx.save();
    ctx.beginPath();
    for (const { x, y } of data) {
      ctx.lineTo(xScale.getPixelForValue(x), yScale.getPixelForValue(y));
    }
    ctx.strokeStyle = borderColor;
    ctx.lineWidth = borderWidth;
    ctx.setLineDash(borderDash);
    ctx.lineJoin = 'round';
    ctx.stroke();
    ctx.restore();
  }

  /** Half of it lies beyond the frame where a line runs along its edge. */
  protected override getMaxOverflow(): number {
    return this.#line.borderWidth / 2;
  }

  get #line(): Polyline {
    return this.getDataset() as Polyline;
  }
}

export type Polyline = ChartDataset<'polyline', Point[]> & {
  borderColor: string;
  borderWidth: number;
  borderDash?: number[];
};

/** Chart.js asks what a point is made of, if there were any. */
class Place extends Element {
  static readonly id = 'place';
}

export const polyline = [PolylineController, Place];
