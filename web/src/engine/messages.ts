// SPDX-License-Identifier: MIT
/** What page and engine host say to each other: one request, one reply, matched by id. */

import type {
  ComponentSettings,
  Curve,
  Path,
  Precision,
  Problem,
  Report,
  RunSettings,
  Sampling,
  DataView as SplitData,
  SettingValue,
} from '../../../wasm/types.ts';
import type { Parts } from './module.ts';

/** What a race is measured in: its clock and its budget. */
export type Unit = 'steps' | 'epochs' | 'samples';

/** Where a racer stands on the race's clock. */
export function abscissa(report: Report, unit: Unit): number {
  if (unit === 'steps') return report.step;
  return unit === 'epochs' ? report.epoch : report.samplesSeen;
}

/** How much of a run the page has already. */
export interface Known {
  rungs: number;
  waypoints: number;
}

/** Train `run` until its abscissa reaches `until`; send what is new since `known`. */
export interface Order {
  run: number;
  unit: Unit;
  until: number;
  known: Known;
}

export interface Update {
  run: number;
  report: Report;
  rungs: Curve;
  waypoints: Path;
}

/** A function of two parameters up to second order at a point. */
export interface Taylor {
  value: number;
  gradient: readonly [number, number];
  /** xx, xy, yy */
  hessian: readonly [number, number, number];
}

export interface Sample {
  inputs: number[][];
  targets: number[] | number[][];
}

/** What the host answers. Names of runs are the page's, so that nothing stale can be mistaken for new. */
export interface Calls {
  load(parts: Parts, precision: Precision): void;
  check(settings: RunSettings): Problem[];
  sample(dataset: ComponentSettings): Sample;
  /** Values of a surface at points x, y, x, y... */
  values(surface: ComponentSettings, points: Float64Array): Float64Array;
  /** The learning rates of some updates, told before the race. */
  rates(schedule: ComponentSettings, learningRate: number, updates: number[]): Float64Array;
  /** Refused beyond where a race may start. */
  taylor(surface: ComponentSettings, at: readonly [number, number]): Taylor;
  create(run: number, settings: RunSettings, known: Known): Update;
  /** Shares about `sliceMs` among the orders; who did not get there is asked again. */
  advance(orders: Order[], sliceMs: number): Update[];
  configure(run: number, optimizer: Record<string, SettingValue>): Report;
  data(run: number): SplitData;
  /** Of rows in original units, or of the test split. */
  predict(run: number, inputs: Float64Array | 'test'): Float32Array;
  /** How its rule draws samples, where it draws them itself. Costs a gradient of every sample. */
  sampling(run: number): Sampling | undefined;
  /** A hash of every bit that a run has left after so many steps. */
  bits(settings: RunSettings, steps: number): string;
  dispose(run: number): void;
}

export type Call = keyof Calls;

export interface Request<K extends Call = Call> {
  id: number;
  call: K;
  args: Parameters<Calls[K]>;
}

export interface Refusal {
  message: string;
  /** Set where settings were refused; the engine stays usable. */
  problems?: Problem[];
  /** The WebAssembly instance is dead. */
  fatal?: boolean;
}

export type Reply = { id: number; value: unknown } | { id: number; refusal: Refusal };
