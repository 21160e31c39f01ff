// SPDX-License-Identifier: MIT
import type { Catalog, SurfaceEntry } from '../../../wasm/types.ts';
import type { Component, SurfaceSettings } from './settings.ts';

/** The surface of a race with its catalog entry. */
export interface KnownSurface {
  readonly settings: SurfaceSettings;
  readonly entry: SurfaceEntry;
  /** Its lowest minimum, or undefined if it is unbounded below. */
  readonly floor: number | undefined;
}

export function knownSurface(
  catalog: Catalog,
  settings: SurfaceSettings | null,
): KnownSurface | undefined {
  const entry = catalog.surfaces.find(({ id }) => id === settings?.id);
  if (!settings || !entry) return undefined;
  const values = entry.minima.map(({ value }) => value);
  return { settings, entry, floor: values.length > 0 ? Math.min(...values) : undefined };
}

/** An optimizer with the surface's suggested rate, unless its rate was changed from that of `before`. */
export function atSuitedRate(
  catalog: Catalog,
  optimizer: Component,
  surface: string | undefined,
  before?: string,
): Component {
  const rateOn = (place: string | undefined): number | undefined =>
    catalog.surfaces
      .find(({ id }) => id === place)
      ?.race.find((entrant) => entrant.optimizer === optimizer.id)?.learningRate;
  const learningRate = rateOn(surface);
  const changed = before !== undefined && rateOn(before) !== optimizer.values.learningRate;
  if (learningRate === undefined || changed) return optimizer;
  return { id: optimizer.id, values: { ...optimizer.values, learningRate } };
}
