// SPDX-License-Identifier: MIT

/** The number of the column of inputs. Layers are numbered from 0. */
export const inputLayer = -1;

/** A unit of a layer, or an input. Both are counted from 0. */
export interface Unit {
  layer: number;
  unit: number;
}

/** The units of a layer that are shown: `count` of `units` from `first` on. */
export interface Column {
  layer: number;
  units: number;
  first: number;
  count: number;
}

/** What is shown of a network. */
export interface Part {
  /** From the inputs to the outputs. */
  columns: Column[];
  /** The hidden layers that are left out, if any: `from` to `to` of `hidden`, counted from 1, after a column. */
  gap?: { after: number; from: number; to: number; hidden: number };
}

/** More would be too small to tell apart. */
export const mostUnits = 8;
const mostHidden = 6;

/**
 * Up to `mostUnits` of each layer, from those that were chosen on, and the first and the last hidden layers.
 * @param inputs The number of inputs, or 1 if they are shown as one image.
 * @param units The number of units of each layer.
 * @param firsts The first shown unit by layer, if not 0.
 */
export function shownPart(
  inputs: number,
  units: readonly number[],
  firsts: ReadonlyMap<number, number> = new Map(),
): Part {
  const column = (layer: number): Column => {
    const all = layer === inputLayer ? inputs : (units[layer] ?? 0);
    const first = Math.max(0, Math.min(firsts.get(layer) ?? 0, all - 1));
    return { layer, units: all, first, count: Math.min(mostUnits, all - first) };
  };
  const hidden = units.length - 1;
  const half = mostHidden / 2;
  const layers = [inputLayer, ...units.keys()];
  if (hidden <= mostHidden) return { columns: layers.map(column) };
  const shown = layers.filter((layer) => layer < half || layer >= hidden - half);
  return {
    columns: shown.map(column),
    gap: { after: half, from: half + 1, to: hidden - half, hidden },
  };
}

export function holdsUnit({ columns }: Part, { layer, unit }: Unit): boolean {
  const column = columns.find((one) => one.layer === layer);
  return column !== undefined && unit >= column.first && unit < column.first + column.count;
}

export const sameUnit = (a: Unit | undefined, b: Unit | undefined): boolean =>
  a?.layer === b?.layer && a?.unit === b?.unit;

/** The units of a column. */
export function unitsOf({ layer, first, count }: Column): Unit[] {
  return Array.from({ length: count }, (_, place) => ({ layer, unit: first + place }));
}

export type Way = 'up' | 'down' | 'left' | 'right' | 'first' | 'last';

/** The unit in that direction, or the same one at the edge. Beside it is the one at the nearest height. */
export function neighbour({ columns }: Part, { layer, unit }: Unit, way: Way): Unit {
  const index = columns.findIndex((one) => one.layer === layer);
  const here = columns[index];
  if (!here) return { layer, unit };
  const place = unit - here.first;
  const within = (column: Column, at: number): Unit => ({
    layer: column.layer,
    unit: column.first + Math.max(0, Math.min(Math.round(at), column.count - 1)),
  });
  switch (way) {
    case 'up':
      return within(here, place - 1);
    case 'down':
      return within(here, place + 1);
    case 'first':
      return within(here, 0);
    case 'last':
      return within(here, here.count - 1);
    default: {
      const there = columns[index + (way === 'left' ? -1 : 1)];
      // Columns are centred, so the middles are at the same height.
      return there ? within(there, place + (there.count - here.count) / 2) : { layer, unit };
    }
  }
}
