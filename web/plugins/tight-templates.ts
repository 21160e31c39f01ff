// SPDX-License-Identifier: MIT
import type { Plugin } from 'vite';

/** Takes the indentation out of templates of HTML and CSS, where no element minds white space. */
export function tightTemplates(): Plugin {
  return {
    name: 'fall-line:tight-templates',
    apply: 'build',
    enforce: 'pre',
    transform: {
      filter: { id: /\/web\/src\/.*\.ts$/, code: /\b(html|svg|css)`/ },
      handler: (code) => ({ code: code.replaceAll(/\n\s+/g, '\n'), map: null }),
    },
  };
}
