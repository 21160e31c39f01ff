// SPDX-License-Identifier: MIT
import type { Sampling } from '../../../wasm/types.ts';
import { extent } from './plane.ts';

/** How many times uniform sampling's probability the smallest and the largest point stand for. */
const smallest = 0.1;
const largest = 64;

/** The variance of one sample's gradient beside that of a sample drawn uniformly. */
export function varianceRatio(sampling: Sampling): number {
  const { secondMoment, uniformSecondMoment, gradientSquare } = sampling;
  return (secondMoment - gradientSquare) / (uniformSecondMoment - gradientSquare);
}

/** The lowest and the highest probability, uniform sampling's being 1. */
export function timesUniform({ probabilities }: Sampling): [number, number] {
  const [low, high] = extent(probabilities);
  return [low * probabilities.length, high * probabilities.length];
}

/** Of the point whose area tells the probability, in radii of uniform sampling's. */
export function radiusOf(sampling: Sampling | undefined, position: number): number {
  if (!sampling) return 1;
  const { probabilities } = sampling;
  const times = (probabilities[position] ?? Number.NaN) * probabilities.length;
  return Number.isNaN(times) ? 1 : Math.sqrt(Math.min(largest, Math.max(smallest, times)));
}
