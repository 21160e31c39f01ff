// SPDX-License-Identifier: MIT
import { axisColumns, type CurveStore } from '../race/curve-store.ts';
import type { Axis } from '../state/settings.ts';
import type { LossView, ShownColumn } from './loss-view.ts';
import { drawnLoss, type Point } from './series.ts';

/** What of a curve is drawn, on an axis from 0 to `xMax`, in at most `limit` points. */
export interface Trace {
  axis: Axis;
  shown: ShownColumn;
  view: Pick<LossView, 'floor' | 'scale' | 'first'>;
  xMax: number;
  limit: number;
}

/**
 * The finite points of a growing curve: all of them as long as they are few; then of each stretch of
 * the axis the lowest and the highest, and always the first and the last. Each rung is looked at once.
 * The line ends where the curve stops being a number.
 */
export class ThinLine {
  readonly #curve: CurveStore;
  readonly #trace: Trace;
  /** How many stretches the axis is cut into; each rung has one of its own while they are few. */
  readonly #stretches: number;
  /** Points of stretches that nothing can be added to any more, after the first point. */
  #settled: Point[] = [];
  #stretch = -1;
  #low: Point | undefined;
  #high: Point | undefined;
  #last: Point | undefined;
  /** The rung to look at next. */
  #next: number;

  constructor(curve: CurveStore, trace: Trace) {
    this.#curve = curve;
    this.#trace = trace;
    const few = curve.length <= trace.limit;
    this.#stretches = few ? Number.POSITIVE_INFINITY : Math.max(1, Math.floor(trace.limit / 2) - 2);
    this.#next = trace.view.first;
  }

  /** Rungs were taken back since, or are too many by now. */
  get outdated(): boolean {
    const { length } = this.#curve;
    const { limit, view } = this.#trace;
    return this.#next > Math.max(length, view.first) || (length > limit && this.#stretches > limit);
  }

  /** At most two of each stretch, and the ends. */
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

  /** What lies beyond the end of the axis is one stretch more. */
  #stretchOf({ x }: Point): number {
    const count = this.#stretches;
    if (count === Number.POSITIVE_INFINITY) return this.#next;
    return Math.min(count, Math.floor((x / this.#trace.xMax) * count));
  }

  /** In the order in which they came. */
  #extremes(): Point[] {
    const [low, high] = [this.#low, this.#high];
    if (!low || !high) return [];
    if (low === high) return [low];
    return low.x <= high.x ? [low, high] : [high, low];
  }
}

/** Lines are kept from frame to frame, as long as the same is asked of the same curve. */
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
