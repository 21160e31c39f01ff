// SPDX-License-Identifier: MIT
import type { Hyperparameter } from '../../../../wasm/types.ts';
import {
  type Axis,
  defaultsOf,
  type Pacing,
  type Point,
  type Values,
  type View,
  type PrecisionChoice,
} from '../settings.ts';
import v1 from './v1.json' with { type: 'json' };
import v2 from './v2.json' with { type: 'json' };
import v3 from './v3.json' with { type: 'json' };
import v3Rates from './v3-rates.json' with { type: 'json' };

/** The defaults that links of a version omit. They are frozen, so old links keep their meaning. */
export interface LinkDefaults {
  /** The defaults of the catalog at that time. */
  datasets: Record<string, Values>;
  surfaces: Record<string, SurfaceDefaults>;
  optimizers: Record<string, Values>;
  wrappers: Record<string, Values>;
  schedules: Record<string, Values>;
  problem: Values;
  network: Values;
  /** Settings of all surfaces. */
  surface: Values;
  /** Settings that every optimizer accepts. */
  optimizer: Values;
  run: Values;
  /** Settings that every schedule accepts. */
  schedule: Values;
  /** Learning rates that suit some problems better than the optimizers' defaults. Before version 3 there were none. */
  rates?: FittingRates;
  /** The id of the schedule of racers without one. */
  unscheduled: string;
  /** The first race. */
  dataset: string;
  runs: string[];
  page: {
    precision: PrecisionChoice;
    /** The first surface when the reader turns to surfaces. */
    surface: string;
    steps: number;
    pacing: Pacing;
    axis: Axis;
    scale: View['scale'];
    show: View['show'];
    speed: number;
  };
}

export interface SurfaceDefaults {
  values: Values;
  start: Point;
  /** The racers of a link without any. */
  runs: string[];
}

/** The learning rate of each optimizer on surfaces and kinds of networks. tests/reference/fitting-rates.js writes them. */
export interface FittingRates {
  surfaces: Record<string, Record<string, number>>;
  /** A network belongs to the last kind whose least number of inputs and of weights into hidden layers it reaches. */
  networks: readonly { from: { inputs: number; weights: number }; rates: Record<string, number> }[];
}

export const tables: Readonly<Record<string, LinkDefaults>> = {
  1: v1 as unknown as LinkDefaults,
  2: v2 as unknown as LinkDefaults,
  3: { ...(v3 as unknown as LinkDefaults), rates: v3Rates as unknown as FittingRates },
};

/** The version in which links are written. */
export const version = '3';
export const linkDefaults = tables[version] as LinkDefaults;

/** The version of links that have content but no version. They are read as they first were. */
export const unsaidVersion = '1';

/** The frozen defaults under `id`, or none if they are not frozen yet. */
export function defaultsFor(table: Record<string, Values>, id: string): Values {
  return Object.hasOwn(table, id) ? (table[id] ?? {}) : {};
}

/** The frozen defaults of a surface, or undefined if they are not frozen yet. */
export function surfaceDefaults(table: LinkDefaults, id: string): SurfaceDefaults | undefined {
  return Object.hasOwn(table.surfaces, id) ? table.surfaces[id] : undefined;
}

/** The frozen defaults of an optimizer, including those that every rule has. */
export function optimizerDefaults(table: LinkDefaults, id: string): Values {
  return { ...defaultsFor(table.optimizers, id), ...table.optimizer };
}

/** The frozen defaults of a schedule, including those that every schedule has. */
export function scheduleDefaults(table: LinkDefaults, id: string): Values {
  return { ...table.schedule, ...defaultsFor(table.schedules, id) };
}

/** A value for exactly the rows of the catalog. Rows that are not frozen yet have the catalog's default. */
export function completed(rows: readonly Hyperparameter[], frozen: Values): Values {
  const own = Object.entries(frozen).filter(([id]) => rows.some((row) => row.id === id));
  return { ...defaultsOf(rows), ...Object.fromEntries(own) };
}
