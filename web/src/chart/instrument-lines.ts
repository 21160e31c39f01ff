// SPDX-License-Identifier: MIT
import { capitalized } from '../format/word.ts';
import { msg } from '../language/message.ts';
import { axisColumns, type CurveStore } from '../race/curve-store.ts';
import type { Racer } from '../race/racer.ts';
import type { Axis } from '../model/settings.ts';
import type { InstrumentEntry } from '../../../wasm/types.ts';
import { racerStyle } from './racer-style.ts';

/** What an instrument has read of a racer, or of one of its layers. */
export interface InstrumentLine {
  slot: number;
  dash: number[];
  /** At its end. Empty for a line beside a main one. */
  name: string;
  /** In the table, where every line has one. */
  title: string;
  x: Float64Array;
  y: Float64Array;
  /** Whether it is a threshold for the main line of its racer. */
  isLimit?: boolean;
  /** Whether its racer has diverged. */
  wild: boolean;
}

/** Dashes that tell layers apart. All have the colour of their racer. */
const layerDashes: readonly (readonly number[])[] = [[], [7, 3], [2, 3], [10, 3, 2, 3], [1, 4]];

const limitDash = [5, 3];
/** The thresholds of more racers would crowd out their names. */
const mostNamedLimits = 3;

interface Read {
  instrument: InstrumentEntry;
  axis: Axis;
  /** The columns of the instrument for a racer. */
  columns(racer: Racer): Float64Array[];
}

/** The lines of an instrument that has values for a whole run: those of all racers. */
export function racerLines(
  { instrument, axis, columns }: Read,
  racers: readonly Racer[],
  names: ReadonlyMap<number, string>,
): InstrumentLine[] {
  return racers.flatMap((racer) => {
    const { slot } = racer.settings;
    const { dash } = racerStyle(slot);
    const name = names.get(racer.key) ?? '';
    const all = columns(racer);
    const main = mainSeries(all);
    return all.flatMap((column, index): InstrumentLine[] => {
      if (!column.some(Number.isFinite)) return [];
      const series = instrument.series[index];
      const title = series ? `${name}, ${series}` : name;
      const line = { slot, title, ...placed(racer.curve, axis, column), wild: isWild(racer) };
      if (index !== instrument.limit) return [{ ...line, dash, name: index === main ? name : '' }];
      const label = racers.length > 1 ? title : (series ?? '');
      const isNamed = racers.length <= mostNamedLimits;
      return [{ ...line, dash: limitDash, name: isNamed ? label : '', isLimit: true }];
    });
  });
}

/** The first series with values. Without a test split, that is the one of the training samples. */
function mainSeries(columns: readonly Float64Array[]): number {
  return columns.findIndex((column) => column.some(Number.isFinite));
}

/** The lines of an instrument that has values for each layer: those of one racer. */
export function layerLines({ instrument, axis, columns }: Read, racer: Racer): InstrumentLine[] {
  const { slot } = racer.settings;
  const series = Math.max(1, instrument.series.length);
  const all = columns(racer);
  const layers = all.length / series + (instrument.per === 'hidden-layer' ? 1 : 0);
  return all.map((column, index) => {
    const layer = Math.floor(index / series);
    const name = layerName(layer, layers);
    const more = instrument.series[index % series];
    const title = capitalized(more ? `${name}, ${more}` : name);
    const dash = [...(layerDashes[layer % layerDashes.length] ?? [])];
    const line = { slot, dash, name: index % series === 0 ? name : '', title };
    return { ...line, ...placed(racer.curve, axis, column), wild: isWild(racer) };
  });
}

/** The lines to read at a place, each with a name. Those beside a main line are in the table only. */
export function readable(lines: readonly InstrumentLine[]): InstrumentLine[] {
  return lines
    .filter(({ name, isLimit }) => name !== '' || isLimit)
    .map((line) => (line.name === '' ? { ...line, name: line.title } : line));
}

/** The last value of a line at or before an abscissa, or NaN. */
export function valueAt({ x, y }: InstrumentLine, at: number): number {
  const after = x.findIndex((place) => place > at);
  return y[after < 0 ? x.length - 1 : after - 1] ?? Number.NaN;
}

/** The abscissas of the line with the most records. */
export function abscissasOf(lines: readonly InstrumentLine[]): Float64Array {
  let longest = new Float64Array();
  for (const { x } of lines) if (x.length > longest.length) longest = new Float64Array(x);
  return longest;
}

/** Layers count from the inputs. The last one gives the outputs. */
export function layerName(layer: number, layers: number): string {
  return layer + 1 === layers ? msg('output layer') : msg('layer {n}', { n: layer + 1 });
}

/** The values of a column on the axis of the chart. Records beyond the curve are not shown yet. */
function placed(curve: CurveStore, axis: Axis, column: Float64Array) {
  const y = column.subarray(0, curve.length);
  return { x: curve.column(axisColumns[axis]).subarray(0, y.length), y };
}

const isWild = ({ status }: Racer): boolean => status === 'diverged';
