// SPDX-License-Identifier: MIT
/** The protocol between page and engine host. Each request has one reply with the same id. */

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
import type { Unit } from '../model/clock.ts';
import type { Parts } from './module.ts';

/** The numbers of records and waypoints that the page already has. */
export interface Known {
  records: number;
  waypoints: number;
}

/** An order to train `run` until its abscissa reaches `until`, and to send what is new since `known`. */
export interface Order {
  run: number;
  unit: Unit;
  until: number;
  known: Known;
}

export interface Update {
  run: number;
  report: Report;
  records: Curve;
  waypoints: Path;
}

/** The value and derivatives up to second order of a function of two parameters. */
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

/** The calls of a host. The page chooses the ids of runs, so it can tell old replies from new ones. */
export interface Calls {
  load(parts: Parts, precision: Precision): void;
  check(settings: RunSettings): Problem[];
  sample(dataset: ComponentSettings): Sample;
  /** Values of a surface at points x, y, x, y... */
  values(surface: ComponentSettings, points: Float64Array): Float64Array;
  /** The learning rates of some updates, in advance. */
  rates(schedule: ComponentSettings, learningRate: number, updates: number[]): Float64Array;
  /** Refuses points where no race may start. */
  taylor(surface: ComponentSettings, at: readonly [number, number]): Taylor;
  create(run: number, settings: RunSettings, known: Known): Update;
  /** Works on the orders for about `sliceMs` in total. The page repeats orders that are not finished. */
  advance(orders: Order[], sliceMs: number): Update[];
  configure(run: number, optimizer: Record<string, SettingValue>): Report;
  data(run: number): SplitData;
  /** Predictions for rows in original units, or for the test split. */
  predict(run: number, inputs: Float64Array | 'test'): Float32Array;
  /** The probabilities of a rule that draws its samples. Costs a gradient of every sample. */
  sampling(run: number): Sampling | undefined;
  /** A hash of all bits of a run's result after that many steps. */
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
  /** Set if settings were refused. The engine stays usable. */
  problems?: Problem[];
  /** The WebAssembly instance has crashed. */
  fatal?: boolean;
}

export type Reply = { id: number; value: unknown } | { id: number; refusal: Refusal };
