// SPDX-License-Identifier: MIT
import type { Catalog } from '../../../wasm/types.ts';
import { type RacerSettings, type Settings, unscheduled } from '../model/settings.ts';
import { fresh } from './suited-rates.ts';

/** A change that adds a racer: with the rule `id`, or a copy of `from`. */
export function withAnotherRacer(
  catalog: Catalog,
  settings: Settings,
  id: string,
  from?: RacerSettings,
): Partial<Settings> {
  const { racers } = settings;
  const key = 1 + Math.max(-1, ...racers.map((racer) => racer.key));
  const taken = new Set(racers.map(({ slot }) => slot));
  let slot = 0;
  while (taken.has(slot)) slot++;
  const racer = {
    key,
    slot,
    on: true,
    optimizer: from?.optimizer ?? fresh(catalog, id, settings),
    wrappers: from?.wrappers ?? [],
    schedule: from?.schedule ?? unscheduled(catalog),
  };
  return { racers: [...racers, racer] };
}
