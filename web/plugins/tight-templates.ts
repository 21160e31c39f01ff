// SPDX-License-Identifier: MIT
import type { Plugin } from 'vite';

/**
 * Removes comments and spaces from HTML and CSS templates, and indentation from all of a file that has
 * such templates. White space makes no difference in this page's elements.
 */
export function tightTemplates(): Plugin {
  return {
    name: 'fall-line:tight-templates',
    apply: 'build',
    enforce: 'pre',
    transform: {
      filter: { id: /\/web\/src\/.*\.ts$/, code: /\b(html|svg|css)`/ },
      handler: (code) => ({
        code: code.replaceAll(/\bcss`[^`]*`/g, tightStyles).replaceAll(/\n\s+/g, '\n'),
        map: null,
      }),
    },
  };
}

/** Removes spaces from CSS, but not before a colon, where a selector may need it. */
const tightStyles = (styles: string): string =>
  styles
    .replaceAll(/\/\*.*?\*\//gs, '')
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/ ?([{};,]) ?/g, '$1')
    .replaceAll(/: /g, ':')
    .replaceAll(/;}/g, '}');
