// SPDX-License-Identifier: MIT
import type { Catalog } from '../../../wasm/types.ts';
import { msg } from '../language/message.ts';

/** Properties whose texts, or lists and tables of texts, are read by people. All others are for programs. */
const read = new Set([
  ...['name', 'summary', 'family', 'unit', 'doc', 'guide', 'cost', 'memory', 'unfit'],
  ...['sentences', 'details', 'label', 'lookFor', 'series', 'why'],
]);

/** Lists of things whose `name` is for programs. */
const coded = new Set(['state', 'marks']);

/** The catalog in the page's language. */
export const translated = (catalog: Catalog): Catalog => turned(catalog, false, '') as Catalog;

/** `list`: the property that a value stands in, itself or as a member of a list. */
function turned(value: unknown, isRead: boolean, list: string): unknown {
  // Without a word it is a symbol or a formula.
  if (typeof value === 'string') return isRead && /[a-z]{2}/i.test(value) ? msg(value) : value;
  if (Array.isArray(value)) return value.map((item) => turned(item, isRead, list));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [
      key,
      key === 'name' && coded.has(list) ? item : turned(item, isRead || read.has(key), key),
    ]),
  );
}
