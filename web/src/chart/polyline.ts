// SPDX-License-Identifier: MIT
import { type ChartDataset, DatasetController, Element } from 'chart.js';
import type { Point } from './series.ts';

declare module 'chart.js' {
  interface ChartTypeRegistry {
    polyline: ChartTypeRegistry['line'];
  }
}

/**
 * A chart type that draws straight lines between points, without marks. Chart.js's own lines keep an
 * element per point and can be curved, stepped, and filled, which costs several times the code and time.
 */
class PolylineController extends DatasetController<'polyline'> {
  static readonly id = 'polyline';
  static readonly defaults = { dataElementType: 'place' };

  /** Does nothing, because there are no point elements. */
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

  /** The width of a line beyond the frame, if it runs along the frame's edge. */
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

/** Chart.js requires a class for point elements, although there are none. */
class Place extends Element {
  static readonly id = 'place';
}

export const polyline = [PolylineController, Place];
