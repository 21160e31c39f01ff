// SPDX-License-Identifier: MIT
import type { Catalog, SurfaceEntry } from '../../../wasm/types.ts';
import type { SurfaceSettings } from './settings.ts';

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
