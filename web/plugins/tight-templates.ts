// SPDX-License-Identifier: MIT
import type { Plugin } from 'vite';

/**
 * Takes comments and blanks out of templates of HTML and CSS, and indentation out of all that the
 * files with such templates hold: no element of ours minds white space.
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

/** A blank before a colon stays: in a selector it means something. */
const tightStyles = (styles: string): string =>
  styles
    .replaceAll(/\/\*.*?\*\//gs, '')
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/ ?([{};,]) ?/g, '$1')
    .replaceAll(/: /g, ':')
    .replaceAll(/;}/g, '}');
