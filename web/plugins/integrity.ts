// SPDX-License-Identifier: MIT
import { createHash } from 'node:crypto';
import type { Plugin } from 'vite';

/**
 * Prints the `integrity` of scripts for pages that load one from an address that holds one version. A page
 * that names it refuses any other script.
 */
export function integrity(...names: string[]): Plugin {
  return {
    name: 'fall-line:integrity',
    apply: 'build',
    writeBundle(_options, bundle) {
      for (const name of names) {
        const file = bundle[name];
        if (!file) throw new Error(`There is no script ${name}.`);
        const source = file.type === 'chunk' ? file.code : file.source;
        const hash = createHash('sha384').update(source).digest('base64');
        console.log(`${name}: integrity="sha384-${hash}"`);
      }
    },
  };
}
