// SPDX-License-Identifier: MIT
import type { Plugin } from 'vite';

/**
 * Removes indentation from the page and from scripts with HTML or SVG templates. White space makes no
 * difference in this page's elements, and in code none that minifiers leave.
 */
export function tightTemplates(): Plugin {
  return {
    name: 'fall-line:tight-templates',
    apply: 'build',
    enforce: 'pre',
    transform: {
      filter: { id: /\/web\/src\/.*\.ts$/, code: /\b(html|svg)`/ },
      handler: (code) => ({ code: unindented(code), map: null }),
    },
    transformIndexHtml: { order: 'post', handler: unindented },
  };
}

const unindented = (text: string): string => text.replaceAll(/\n\s+/g, '\n');
