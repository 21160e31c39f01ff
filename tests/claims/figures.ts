// SPDX-License-Identifier: MIT
import type { Raced } from './race.ts';

/** The racers of an example, in the order of its link. */
export type Racers = [Raced, Raced, Raced, Raced];

/** A claim of a text, measured from many starts. */
export interface Claim {
  /** Parts of the text, with the names of figures in braces: `in {holds} of {starts} starts`. */
  says: string | readonly string[];
  /** The figure of one start. `states` are the example's races, in the order of its file. */
  measure: (...states: [Racers, Racers, Racers]) => number;
  /** Whether the claim holds for this figure. */
  holds: (figure: number) => boolean;
}

/** The claims of an example, and what varies between its starts. */
export interface Claims {
  /**
   * What differs between starts: the initial weights and batches, the generated data as well, or the
   * starting point on a surface.
   */
  each: 'start' | 'start and data' | 'point';
  /** Sentences that claim no result of a race: what it consists of, and what to do. */
  unmeasured?: readonly string[];
  claims: Record<string, Claim>;
}

export interface Result {
  /** The figure of the opening race. */
  shown: number;
  /** The number of starts from which the claim holds. */
  holds: number;
  /** The quartiles of the figures. */
  low: number;
  median: number;
  high: number;
  /** The figure of each start. */
  figures: number[];
}

export const starts = 50;

/** A claim must hold from at least this many starts, and in the opening race. */
export const enough = 0.8 * starts;

export function resultOf({ holds }: Claim, shown: number, figures: number[]): Result {
  const sorted = figures.toSorted((a, b) => a - b);
  return {
    shown,
    holds: figures.filter(holds).length,
    low: quantile(sorted, 0.25),
    median: quantile(sorted, 0.5),
    high: quantile(sorted, 0.75),
    figures,
  };
}

/** A quantile, interpolated between two values if necessary. */
function quantile(sorted: readonly number[], share: number): number {
  const place = share * (sorted.length - 1);
  const below = sorted[Math.floor(place)] ?? Number.NaN;
  const above = sorted[Math.ceil(place)] ?? Number.NaN;
  // The difference of two infinite values is NaN.
  return below === above ? below : below + (above - below) * (place % 1);
}

const number = new Intl.NumberFormat('en', { maximumSignificantDigits: 2 });
const precise = new Intl.NumberFormat('en', { maximumSignificantDigits: 6 });
const whole = new Intl.NumberFormat('en', { maximumFractionDigits: 0 });

/** The texts of the claim with its figures filled in. */
export const said = ({ says }: Claim, result: Result): string[] =>
  [says].flat().map((part) => filled(part, result));

function filled(part: string, result: Result): string {
  return part.replace(/\{(\w+)\}/g, (_, name: string) => {
    if (name === 'starts') return whole.format(result.figures.length);
    if (name === 'holds') return whole.format(result.holds);
    if (name === 'exactly') return exact(result);
    if (name === 'low' || name === 'median' || name === 'high') return number.format(result[name]);
    throw new Error(`No figure is called ${name}: ${part}`);
  });
}

/** The figure, which must be the same from every start. */
function exact({ shown, figures }: Result): string {
  if (figures.every((figure) => Math.abs(figure - shown) <= 1e-9 * Math.abs(shown)))
    return precise.format(shown);
  throw new Error(`Not the same from every start: ${figures.join(', ')}`);
}

export type Results = Record<string, Result>;

/** Results as JSON. Infinite numbers of steps need a replacement, because JSON has no infinity. */
export const toText = (results: Results) =>
  JSON.stringify(results, (_, value: unknown) => (value === Infinity ? 'never' : value));
export const fromText = (text: string) =>
  JSON.parse(text, (_, value: unknown) => (value === 'never' ? Infinity : value)) as Results;
