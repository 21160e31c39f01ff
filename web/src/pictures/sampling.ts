// SPDX-License-Identifier: MIT
import type { Sampling } from '../../../wasm/types.ts';
import { extent } from './plane.ts';

/** The probabilities of the smallest and the largest point, relative to uniform sampling. */
const smallest = 0.1;
const largest = 64;

/** The variance of the gradient estimate, relative to uniform sampling. */
export function varianceRatio(sampling: Sampling): number {
  const { secondMoment, uniformSecondMoment, gradientSquare } = sampling;
  return (secondMoment - gradientSquare) / (uniformSecondMoment - gradientSquare);
}

/** The lowest and the highest probability, relative to uniform sampling. */
export function timesUniform({ probabilities }: Sampling): [number, number] {
  const [low, high] = extent(probabilities);
  return [low * probabilities.length, high * probabilities.length];
}

/** The radius of the point whose area shows the probability. Uniform sampling has radius 1. */
export function radiusOf(sampling: Sampling | undefined, position: number): number {
  if (!sampling) return 1;
  const { probabilities } = sampling;
  const times = (probabilities[position] ?? Number.NaN) * probabilities.length;
  return Number.isNaN(times) ? 1 : Math.sqrt(Math.min(largest, Math.max(smallest, times)));
}
