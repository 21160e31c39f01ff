// SPDX-License-Identifier: MIT
import type { Hyperparameter, Slider } from '../../../wasm/types.ts';

/** A range input has whole positions. A logarithmic one has this many per decade. */
const positionsPerDecade = 20;
const linearPositions = 100;

export function positions({ min, max, scale }: Slider, integer: boolean): number {
  if (scale === 'log') return Math.round(Math.log10(max / min) * positionsPerDecade);
  return integer ? Math.min(1000, max - min) : linearPositions;
}

/** The value at a position of the slider: two significant digits, or exactly the ends. */
export function valueAt({ slider, kind }: Hyperparameter, position: number): number {
  if (!slider) return 0;
  const { min, max, scale } = slider;
  const integer = kind === 'integer';
  const share = position / positions(slider, integer);
  if (share <= 0) return min;
  if (share >= 1) return max;
  const exact = scale === 'log' ? min * (max / min) ** share : min + (max - min) * share;
  if (scale === 'linear' && integer) return Math.round(exact);
  const rounded = Number(exact.toPrecision(scale === 'log' ? 2 : 4));
  return integer ? Math.round(rounded) : rounded;
}

/** The position nearest to a value. Values outside the range are at its ends. */
export function positionOf({ slider, kind }: Hyperparameter, value: number): number {
  if (!slider) return 0;
  const { min, max, scale } = slider;
  const share =
    scale === 'log'
      ? Math.log(Math.max(value, min) / min) / Math.log(max / min)
      : (value - min) / (max - min);
  return Math.round(Math.min(1, Math.max(0, share)) * positions(slider, kind === 'integer'));
}
