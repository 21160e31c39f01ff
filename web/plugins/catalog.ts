// SPDX-License-Identifier: MIT
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Catalog } from '../../wasm/types.ts';
import { virtual } from './virtual.ts';

/** What em++'s build leaves for those who draw the site. */
export const catalogFile = fileURLToPath(new URL('../../build/wasm/catalog.json', import.meta.url));

export const builtCatalog = (): Catalog => JSON.parse(readFileSync(catalogFile, 'utf8'));

/** What is read only by who opens a card or rests on a control: most of the catalog. */
const prose = new Set(['formula', 'paper', 'notes', 'cost', 'memory', 'checkedAgainst', 'doc']);

/** The catalog as the page needs it to start: the same tree, with prose left empty. */
export const outline = () =>
  virtual('outline', catalogFile, () => {
    const brief = JSON.stringify(builtCatalog(), function (this: object, key, value: unknown) {
      // Of data and surfaces the summary stands beside the choice from the first.
      if (!prose.has(key) && !(key === 'summary' && 'paper' in this)) return value;
      return typeof value === 'string' ? '' : {};
    });
    return `export default ${brief};`;
  });
