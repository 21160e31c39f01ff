// SPDX-License-Identifier: MIT
import { niceAbove } from '../chart/axis-range.ts';

/** The approximate number of contours. Fewer show no shape, more hide the paths. */
const wantedLevels = 16;

/** The share of cells that may be below the lowest contour, where cells are too coarse to draw one. */
const lowestShare = 0.004;

/**
 * The levels of a picture's contours. They are evenly spaced in the logarithm of the height above `floor`,
 * to show valleys as well as walls. Without a floor they are evenly spaced.
 */
export function contourLevels(values: Float64Array, floor: number | undefined): number[] {
  const sorted = values.filter(Number.isFinite).sort();
  const low = sorted[Math.floor(sorted.length * lowestShare)] ?? Number.NaN;
  const high = sorted[sorted.length - 1] ?? Number.NaN;
  if (!(high > low)) return [];
  if (floor === undefined) return evenLevels(low, high, wantedLevels);
  const from = Math.log10(Math.max(low - floor, (high - floor) * 1e-9));
  const to = Math.log10(high - floor);
  return evenLevels(from, to, wantedLevels).map((logarithm) => floor + 10 ** logarithm);
}

/** Multiples of a round step between two values, about `count` of them. */
export function evenLevels(low: number, high: number, count: number): number[] {
  const step = niceAbove((high - low) / count);
  const first = Math.ceil(low / step);
  const levels = Array.from({ length: count + 1 }, (_, index) => (first + index) * step);
  return levels.filter((level) => level <= high);
}
