// SPDX-License-Identifier: MIT
import type { Situation } from '../../../wasm/types.ts';

/** The text of each situation, to follow "Suits". */
export const situationWords: Readonly<Record<Situation, string>> = {
  'few-parameters': 'few parameters',
  'many-parameters': 'many parameters',
  'little-data': 'little data',
  'much-data': 'plenty of data',
  'little-noise': 'exact gradients',
  'much-noise': 'noisy gradients',
  'cheap-gradients': 'cheap gradients',
  'costly-gradients': 'costly gradients',
  'fast-start': 'a fast start',
  'low-loss-at-end': 'a low final loss',
  'few-settings': 'few settings',
  'little-memory': 'little memory',
};
