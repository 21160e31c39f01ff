// SPDX-License-Identifier: MIT
import type { Catalog } from '../../../wasm/types.ts';
import { current } from '../language/current.ts';
import { msg } from '../language/message.ts';

/** Properties whose texts, or lists and tables of texts, are read by people. All others are names for programs. */
const read = new Set([
  'name',
  'summary',
  'family',
  'unit',
  'doc',
  'guide',
  'cost',
  'memory',
  'notes',
  'unfit',
  'sentences',
  'details',
]);

/** The catalog in the page's language. */
export function translated(catalog: Catalog): Catalog {
  if (current().isSource) return catalog;
  return turned(catalog, false) as Catalog;
}

function turned(value: unknown, isRead: boolean): unknown {
  if (typeof value === 'string') return isRead && value !== '' ? msg(value) : value;
  if (Array.isArray(value)) return value.map((item) => turned(item, isRead));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [
      key,
      // A paper keeps the title that it was published under.
      key === 'paper' ? item : turned(item, isRead || read.has(key)),
    ]),
  );
}
