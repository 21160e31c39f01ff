// SPDX-License-Identifier: MIT
import type { Situation } from '../../../wasm/types.ts';
import { marked } from '../language/message.ts';

/** The text of each situation, to follow "Suits". */
export const situationWords: Readonly<Record<Situation, string>> = {
  'few-parameters': marked('few parameters'),
  'many-parameters': marked('many parameters'),
  'little-data': marked('little data'),
  'much-data': marked('plenty of data'),
  'little-noise': marked('exact gradients'),
  'much-noise': marked('noisy gradients'),
  'cheap-gradients': marked('cheap gradients'),
  'costly-gradients': marked('costly gradients'),
  'fast-start': marked('a fast start'),
  'low-loss-at-end': marked('a low final loss'),
  'few-settings': marked('few settings'),
  'little-memory': marked('little memory'),
};
