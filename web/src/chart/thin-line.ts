// SPDX-License-Identifier: MIT
import { axisColumns, type CurveStore } from '../race/curve-store.ts';
import type { Axis } from '../model/settings.ts';
import type { LossView, ShownColumn } from './loss-view.ts';
import { drawnLoss, type Point } from './series.ts';

/** How a curve is drawn: the columns, an axis from 0 to `xMax`, and at most `limit` points. */
export interface Trace {
  axis: Axis;
  shown: ShownColumn;
  view: Pick<LossView, 'floor' | 'scale' | 'first'>;
  xMax: number;
  limit: number;
}

/**
 * Reduces a growing curve to few points, and reads each record only once. While there are few records, all are
 * kept. Later the axis is divided into stretches, and the lowest and highest point of each is kept, and
 * always the first and the last. The line ends before the first value that is not finite.
 */
export class ThinLine {
  readonly #curve: CurveStore;
  readonly #trace: Trace;
  /** The number of stretches of the axis. Infinite while every record is kept. */
  readonly #stretches: number;
  /** The first point, and the points of finished stretches. */
  #settled: Point[] = [];
  #stretch = -1;
  #low: Point | undefined;
  #high: Point | undefined;
  #last: Point | undefined;
  /** The next record to read. */
  #next: number;

  constructor(curve: CurveStore, trace: Trace) {
    this.#curve = curve;
    this.#trace = trace;
    const few = curve.length <= trace.limit;
    this.#stretches = few ? Number.POSITIVE_INFINITY : Math.max(1, Math.floor(trace.limit / 2) - 2);
    this.#next = trace.view.first;
  }

  /** Whether it must be rebuilt: records were removed, or are now too many to keep all. */
  get outdated(): boolean {
    const { length } = this.#curve;
    const { limit, view } = this.#trace;
    return this.#next > Math.max(length, view.first) || (length > limit && this.#stretches > limit);
  }

  /** Reads the new records. Returns at most two points of each stretch, and the ends. */
  points(): Point[] {
    const { axis, shown, view } = this.#trace;
    const xs = this.#curve.column(axisColumns[axis]);
    const ys = this.#curve.column(shown);
    for (; this.#next < xs.length; this.#next++) {
      const y = ys[this.#next] ?? Number.NaN;
      if (!Number.isFinite(y)) break;
      this.#take({ x: xs[this.#next] ?? 0, y: drawnLoss(y, view) });
    }
    const points = [...this.#settled, ...this.#extremes()];
    if (this.#last && points[points.length - 1] !== this.#last) points.push(this.#last);
    return points;
  }

  #take(point: Point): void {
    if (!this.#last) {
      this.#last = point;
      this.#settled.push(point);
      return;
    }
    const stretch = this.#stretchOf(point);
    if (stretch !== this.#stretch) {
      this.#settled.push(...this.#extremes());
      this.#stretch = stretch;
      this.#low = point;
      this.#high = point;
    }
    if (this.#low && point.y < this.#low.y) this.#low = point;
    if (this.#high && point.y > this.#high.y) this.#high = point;
    this.#last = point;
  }

  /** The stretch of a point. All points beyond the end of the axis share one. */
  #stretchOf({ x }: Point): number {
    const count = this.#stretches;
    if (count === Number.POSITIVE_INFINITY) return this.#next;
    return Math.min(count, Math.floor((x / this.#trace.xMax) * count));
  }

  /** The lowest, highest and last point of the current stretch, in order. */
  #extremes(): Point[] {
    const [low, high] = [this.#low, this.#high];
    if (!low || !high) return [];
    if (low === high) return [low];
    return low.x <= high.x ? [low, high] : [high, low];
  }
}

/** Keeps lines from frame to frame, as long as curve and trace are the same. */
export class ThinLines {
  #known = new WeakMap<CurveStore, Map<ShownColumn, { asked: string; line: ThinLine }>>();

  points(curve: CurveStore, trace: Trace): Point[] {
    const lines =
      this.#known.get(curve) ?? new Map<ShownColumn, { asked: string; line: ThinLine }>();
    this.#known.set(curve, lines);
    const asked = JSON.stringify(trace);
    const known = lines.get(trace.shown);
    if (known?.asked === asked && !known.line.outdated) return known.line.points();
    const line = new ThinLine(curve, trace);
    lines.set(trace.shown, { asked, line });
    return line.points();
  }
}
