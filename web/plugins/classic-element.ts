// SPDX-License-Identifier: MIT
import type { Plugin } from 'vite';

/** How each kind of script knows its address. One that another script brings has none, and the page's is used. */
const ownAddress = {
  module: 'import.meta.url',
  classic: '(document.currentScript?.src||document.baseURI)',
};

/**
 * Writes a module once more as a classic script, which browsers also load from disk, and from a server without CORS
 * headers. It leaves no names on the page.
 */
export function classicElement(module: string, classic: string): Plugin {
  return {
    name: 'fall-line:classic-element',
    apply: 'build',
    generateBundle(_options, bundle) {
      const script = bundle[module];
      if (script?.type !== 'chunk') throw new Error(`There is no script ${module}.`);
      this.emitFile({ type: 'asset', fileName: classic, source: asClassic(script.code) });
    },
  };
}

/** A module without imports, as a classic script. Throws an Error if something of a module is left in it. */
export function asClassic(module: string): string {
  const body = module
    .replaceAll(ownAddress.module, ownAddress.classic)
    .replace(/\bexport\s*\{[^}]*\};?\s*$/, '');
  if (/\b(import|export)\b/.test(body)) throw new Error('The script is still a module.');
  return `(()=>{${body.trim()}})();\n`;
}
