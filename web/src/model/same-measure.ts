// SPDX-License-Identifier: MIT
import type { Catalog } from '../../../wasm/types.ts';
import { kindOf } from './problem-kinds.ts';
import type { Settings } from './settings.ts';

/** Whether the losses of two races can be compared. */
export function sameMeasure(catalog: Catalog, a: Settings, b: Settings): boolean {
  const kind = kindOf(a);
  return kind === kindOf(b) && kind.sameMeasure(catalog, a, b);
}
