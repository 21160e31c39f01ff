// SPDX-License-Identifier: MIT
import type { Raced } from './race.ts';

/** The racers of a race, in the order of its link. */
export type Racers = [Raced, Raced, Raced, Raced];

/** The races that the claims of a text are measured in. */
export type Races = [Racers, Racers, Racers, Racers, Racers];

/** A claim of a text, measured from many starts. */
export interface Claim {
  /**
   * Parts of the text, with the names of figures in braces: `in {holds} of {starts} starts`. Other braces
   * quote the median as the text rounds it: `about {76%}`, `{half} the loss`.
   */
  says: string | readonly string[];
  /** The figure of one start. The races are those of the example or of the claims, in the order of the file. */
  measure: (...races: Races) => number;
  /** Whether the claim holds for this figure. */
  holds: (figure: number) => boolean;
}

/** The claims of a text, and what varies between starts. */
export interface Claims {
  /**
   * The links of the races, unless the text is that of an example, which has its own. Their seeds are 1, so
   * the first start is what a reader sees.
   */
  races?: readonly string[];
  /** How many starts are measured. The usual number is `starts`, and costly races have fewer. */
  starts?: number;
  /** How many of them every test measures again. `npm run claims -- --check` measures all. */
  again?: number;
  /**
   * What differs between starts: the initial weights and batches, the generated data as well, or the
   * starting point on a surface.
   */
  each: 'start' | 'start and data' | 'point';
  /** Sentences that claim no result of a race: what it consists of, and what to do. */
  unmeasured?: readonly string[];
  claims: Record<string, Claim>;
}

/**
 * The claims of a lesson's steps, by number. What varies between starts is in the step's question, and the
 * first race is the step's own: `races` are further ones.
 */
export type LessonClaims = Record<
  number,
  Omit<Claims, 'each' | 'starts' | 'again'> & {
    /** Races with other settings. Each claim must fail in at least one of them. */
    spoiled: string | readonly string[];
  }
>;

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
export const again = 5;

/** A claim must hold from at least this share of the starts, and in the opening race. */
export const enough = 0.8;

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

export const median = (values: readonly number[]) =>
  quantile(
    values.toSorted((a, b) => a - b),
    0.5,
  );

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
  return part.replace(/\{([^}]+)\}/g, (_, name: string) => {
    if (name === 'starts') return whole.format(result.figures.length);
    if (name === 'holds') return whole.format(result.holds);
    if (name === 'exactly') return exact(result);
    if (name === 'low' || name === 'median' || name === 'high') return number.format(result[name]);
    return quoted(name, result.median, part);
  });
}

const words: Readonly<Record<string, number>> = {
  half: 1 / 2,
  halve: 1 / 2,
  twice: 2,
  'ten times in eleven': 10 / 11,
};

/** The claim as a line: how often it holds, and the median of its figures. */
export function lineOf(name: string, { says }: Claim, { holds, figures, median }: Result): string {
  const parts = [says].flat().map((part) => `"${part}"`);
  const share = `holds in ${holds} of ${figures.length}`;
  if (parts.length === 0) return `${name}: ${share}`;
  const percent = parts.some((part) => part.includes('%}'));
  const figure = percent ? `${number.format(100 * median)}%` : number.format(median);
  return `${name}: ${share}, median ${figure}. ${parts.join(' ')}`;
}

/**
 * A figure as the text rounds it: a percentage may differ from the median by 2 points, and anything else by
 * 15 percent of it. If the difference is larger, this is the median, which the text doesn't contain.
 */
function quoted(figure: string, measured: number, part: string): string {
  const percent = figure.endsWith('%');
  const value = words[figure] ?? Number.parseFloat(figure) / (percent ? 100 : 1);
  if (Number.isNaN(value)) throw new Error(`No figure is called ${figure}: ${part}`);
  const difference = Math.abs(value - measured);
  if (difference <= (percent ? 0.02 : 0.15 * value)) return figure;
  return percent ? `${precise.format(100 * measured)}%` : precise.format(measured);
}

/** The figure, which must be the same from every start. */
function exact({ shown, figures }: Result): string {
  if (figures.every((figure) => Math.abs(figure - shown) <= 1e-9 * Math.abs(shown)))
    return precise.format(shown);
  throw new Error(`Not the same from every start: ${figures.join(', ')}`);
}

/** One claim about each racer of the usual race. */
export const ofEach = (
  name: string,
  claim: (racer: 0 | 1 | 2 | 3) => Claim,
): Record<string, Claim> =>
  Object.fromEntries(
    (['SGD', 'momentum', 'RMSProp', 'Adam'] as const).map((optimizer, racer) => [
      `${optimizer} ${name}`,
      claim(racer as 0 | 1 | 2 | 3),
    ]),
  );

export type Results = Record<string, Result>;

/** Results as JSON. Infinite numbers of steps need a replacement, because JSON has no infinity. */
export const toText = (results: Results) =>
  JSON.stringify(results, (_, value: unknown) => (value === Infinity ? 'never' : value));
export const fromText = (text: string) =>
  JSON.parse(text, (_, value: unknown) => (value === 'never' ? Infinity : value)) as Results;
