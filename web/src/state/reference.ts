// SPDX-License-Identifier: MIT
import type { Catalog } from '../../../wasm/types.ts';

/** The kinds of components in the catalog: `optimizers`, `datasets` and so on. */
export type Kind = Exclude<keyof Catalog, 'settings'>;

/**
 * Where the reference describes a component, relative to the page. An optimizer has a page of its
 * own, `reference/<id>.html`. The others share one for each kind: `reference/<kind>.html#<id>`.
 */
export function referenceAddress(kind: Kind, id: string): string {
  return kind === 'optimizers' ? `reference/${id}.html` : `reference/${kind}.html#${id}`;
}
