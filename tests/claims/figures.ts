// SPDX-License-Identifier: MIT
import type { Raced } from './race.ts';

/** The racers of an example, in the order of its link. */
export type Racers = [Raced, Raced, Raced, Raced];

/** One of the things that a text says, measured from many starts. */
export interface Claim {
  /** Parts of the text, with the names of figures in braces: `in {holds} of {starts} starts`. */
  says: string | readonly string[];
  /** The figure of one start. `states` are the example's races, in the order of its file. */
  measure: (...states: [Racers, Racers, Racers]) => number;
  /** Whether what is said holds where this is the figure. */
  holds: (figure: number) => boolean;
}

/** What the claims of an example are measured over. */
export interface Claims {
  /**
   * What a start changes: the initial weights and batches alone, the generated data too, or the
   * starting point on a surface.
   */
  each: 'start' | 'start and data' | 'point';
  /** Sentences that claim nothing about the races: what they are made of, and what to do. */
  unmeasured?: readonly string[];
  claims: Record<string, Claim>;
}

export interface Result {
  /** The figure of the race as it opens. */
  shown: number;
  /** From how many of the starts the claim holds. */
  holds: number;
  /** A quarter of the starts are below, a half, three quarters. */
  low: number;
  median: number;
  high: number;
  /** The figure of each start. */
  figures: number[];
}

export const starts = 50;

/** A claim must hold from so many of the starts, and in the race as it opens. */
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

/** Between two values where none stands at the place. */
function quantile(sorted: readonly number[], share: number): number {
  const place = share * (sorted.length - 1);
  const below = sorted[Math.floor(place)] ?? Number.NaN;
  const above = sorted[Math.ceil(place)] ?? Number.NaN;
  // Two that are infinite have no difference.
  return below === above ? below : below + (above - below) * (place % 1);
}

const number = new Intl.NumberFormat('en', { maximumSignificantDigits: 2 });
const precise = new Intl.NumberFormat('en', { maximumSignificantDigits: 6 });
const whole = new Intl.NumberFormat('en', { maximumFractionDigits: 0 });

/** What the claim says, with its figures. */
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

/** What is the same from every start. */
function exact({ shown, figures }: Result): string {
  if (figures.every((figure) => Math.abs(figure - shown) <= 1e-9 * Math.abs(shown)))
    return precise.format(shown);
  throw new Error(`Not the same from every start: ${figures.join(', ')}`);
}

export type Results = Record<string, Result>;

/** Results as they are kept: JSON cannot hold the steps to what is never reached, which are infinite. */
export const toText = (results: Results) =>
  JSON.stringify(results, (_, value: unknown) => (value === Infinity ? 'never' : value));
export const fromText = (text: string) =>
  JSON.parse(text, (_, value: unknown) => (value === 'never' ? Infinity : value)) as Results;
