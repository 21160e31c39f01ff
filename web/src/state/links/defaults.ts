// SPDX-License-Identifier: MIT
import type { Hyperparameter } from '../../../../wasm/types.ts';
import type { PrecisionChoice } from '../precision.ts';
import {
  type Axis,
  defaultsOf,
  type Pacing,
  type Point,
  type Values,
  type View,
} from '../settings.ts';
import v1 from './v1.json' with { type: 'json' };
import v2 from './v2.json' with { type: 'json' };
import v3 from './v3.json' with { type: 'json' };

/** What a link of one version leaves out. Frozen with the version, so that old links keep their meaning. */
export interface LinkDefaults {
  /** As the catalog had them. */
  datasets: Record<string, Values>;
  surfaces: Record<string, SurfaceDefaults>;
  optimizers: Record<string, Values>;
  wrappers: Record<string, Values>;
  schedules: Record<string, Values>;
  problem: Values;
  network: Values;
  /** Of any surface. */
  surface: Values;
  /** What every optimizer accepts. */
  optimizer: Values;
  run: Values;
  /** What every schedule accepts. */
  schedule: Values;
  /** The id of the schedule of who names none. */
  unscheduled: string;
  /** The first race. */
  dataset: string;
  runs: string[];
  page: {
    precision: PrecisionChoice;
    /** What a page that turns to surfaces shows first. */
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
  /** Who races where a link names nobody. */
  runs: string[];
}

export const tables: Readonly<Record<string, LinkDefaults>> = {
  1: v1 as unknown as LinkDefaults,
  2: v2 as unknown as LinkDefaults,
  3: v3 as unknown as LinkDefaults,
};

/** What links are written in. */
export const version = '3';
export const linkDefaults = tables[version] as LinkDefaults;

/** What a link means that has content and does not say its version: what it meant at first. */
export const unsaidVersion = '1';

/** The frozen defaults under `id`; none where the table has no such row yet. */
export function defaultsFor(table: Record<string, Values>, id: string): Values {
  return Object.hasOwn(table, id) ? (table[id] ?? {}) : {};
}

/** Of one surface; undefined where it is not frozen yet. */
export function surfaceDefaults(table: LinkDefaults, id: string): SurfaceDefaults | undefined {
  return Object.hasOwn(table.surfaces, id) ? table.surfaces[id] : undefined;
}

/** Of one optimizer: its own, and those that every rule accepts. */
export function optimizerDefaults(table: LinkDefaults, id: string): Values {
  return { ...defaultsFor(table.optimizers, id), ...table.optimizer };
}

/** Of one schedule: its own, and those that every schedule accepts. */
export function scheduleDefaults(table: LinkDefaults, id: string): Values {
  return { ...table.schedule, ...defaultsFor(table.schedules, id) };
}

/** A value for every row of the catalog, and for no other: what is not frozen yet is as the catalog has it. */
export function completed(rows: readonly Hyperparameter[], frozen: Values): Values {
  const own = Object.entries(frozen).filter(([id]) => rows.some((row) => row.id === id));
  return { ...defaultsOf(rows), ...Object.fromEntries(own) };
}
