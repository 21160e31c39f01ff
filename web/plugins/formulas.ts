// SPDX-License-Identifier: MIT
import { fileURLToPath, pathToFileURL } from 'node:url';
import temml from 'temml';
import type { Plugin } from 'vite';
import type { Catalog } from '../../wasm/types.ts';

const id = 'virtual:formulas';
const resolvedId = `\0${id}`;
const engineFile = fileURLToPath(new URL('../dist/engine.js', import.meta.url));

/** Turns the catalog's TeX into MathML while the site is built, so that no reader downloads TeX. */
export function formulas(): Plugin {
  return {
    name: 'fall-line:formulas',
    resolveId: (source) => (source === id ? resolvedId : undefined),
    async load(module) {
      if (module !== resolvedId) return undefined;
      this.addWatchFile(engineFile);
      const { loadEngine } = await import(pathToFileURL(engineFile).href);
      const { optimizers } = (await loadEngine()).catalog as Catalog;
      const rendered = optimizers.map((entry) => [entry.id, render(entry.formula)]);
      return `export default ${JSON.stringify(Object.fromEntries(rendered))};`;
    },
  };
}

/** One line for each assignment of the rule: a card is narrow. */
function render(tex: string): string {
  return tex
    .split('\\qquad')
    .map((line) => temml.renderToString(line, { displayMode: true, throwOnError: true }))
    .join('');
}
