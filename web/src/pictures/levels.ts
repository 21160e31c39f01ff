// SPDX-License-Identifier: MIT
import { niceAbove } from '../chart/axis-range.ts';

/** About how many lines a picture has: fewer show no shape, more hide the paths. */
const wantedLevels = 16;

/** Of the plane that may lie below the lowest line, where cells are too coarse to follow it. */
const lowestShare = 0.004;

/**
 * The values of a picture's contour lines: evenly spaced logarithms of the height above `floor`, so
 * that valleys show as well as walls; evenly spaced values of what has no floor.
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
