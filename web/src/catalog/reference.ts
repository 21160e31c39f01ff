// SPDX-License-Identifier: MIT
import type { Catalog } from '../../../wasm/types.ts';

/** The kinds of components in the catalog, such as `optimizers` and `datasets`. */
export type Kind = Exclude<keyof Catalog, 'settings' | 'faults'>;

/**
 * The address of a component in the reference, relative to the page. Each optimizer has its own page,
 * `reference/<id>.html`. Other components share one for each kind: `reference/<kind>.html#<id>`.
 */
export function referenceAddress(kind: Kind, id: string): string {
  return kind === 'optimizers' ? `reference/${id}.html` : `reference/${kind}.html#${id}`;
}
