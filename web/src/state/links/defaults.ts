// SPDX-License-Identifier: MIT
import type { Precision } from '../../../../wasm/types.ts';
import type { Axis, Values, View } from '../settings.ts';
import v1 from './v1.json' with { type: 'json' };

/** What a link of one version leaves out. Frozen with the version, so that old links keep their meaning. */
export interface LinkDefaults {
  /** As the catalog had them. */
  datasets: Record<string, Values>;
  optimizers: Record<string, Values>;
  problem: Values;
  network: Values;
  /** What every optimizer accepts. */
  optimizer: Values;
  run: Values;
  /** The first race. */
  dataset: string;
  runs: string[];
  page: {
    precision: Precision;
    steps: number;
    axis: Axis;
    scale: View['scale'];
    show: View['show'];
    speed: number;
  };
}

export const version = '1';
export const linkDefaults = v1 as unknown as LinkDefaults;

/** The defaults under `id`; none where the table has no such row. */
export function defaultsFor(table: Record<string, Values>, id: string): Values {
  return table[id] ?? {};
}
