// SPDX-License-Identifier: MIT
import type { Catalog, SurfaceEntry } from '../../../wasm/types.ts';
import type { SurfaceSettings, Values } from './settings.ts';

/** The surface of a race with its catalog entry, which has the part that is drawn now. */
export interface KnownSurface {
  readonly settings: SurfaceSettings;
  readonly entry: SurfaceEntry;
  /** Its lowest minimum, or undefined if it is unbounded below or not known. */
  readonly floor: number | undefined;
}

export function knownSurface(
  catalog: Catalog,
  settings: SurfaceSettings | null,
): KnownSurface | undefined {
  const found = catalog.surfaces.find(({ id }) => id === settings?.id);
  if (!settings || !found) return undefined;
  const entry = { ...found, domain: domainOf(found, settings.values) };
  const values = entry.minima.map(({ value }) => value);
  return { settings, entry, floor: values.length > 0 ? Math.min(...values) : undefined };
}

/** The part that is drawn, which some surfaces leave to their settings. */
function domainOf({ domain, frame }: SurfaceEntry, values: Values): SurfaceEntry['domain'] {
  const [x, y, reach] = frame?.map((id) => values[id]) ?? [];
  if (typeof x !== 'number' || typeof y !== 'number' || typeof reach !== 'number') return domain;
  return [
    [x - reach, x + reach],
    [y - reach, y + reach],
  ];
}
