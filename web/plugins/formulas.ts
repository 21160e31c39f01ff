// SPDX-License-Identifier: MIT
import type { Plugin } from 'vite';
import { mathml } from '../reference/formula.ts';
import { builtCatalog, catalogFile } from './catalog.ts';

const id = 'virtual:formulas';
const resolvedId = `\0${id}`;

/** Turns the catalog's TeX into MathML while the site is built, so that no reader downloads TeX. */
export function formulas(): Plugin {
  return {
    name: 'fall-line:formulas',
    resolveId: (source) => (source === id ? resolvedId : undefined),
    load(module) {
      if (module !== resolvedId) return undefined;
      this.addWatchFile(catalogFile);
      const { optimizers } = builtCatalog();
      const rendered = optimizers.map((entry) => [entry.id, mathml(entry.formula)]);
      return `export default ${JSON.stringify(Object.fromEntries(rendered))};`;
    },
  };
}
