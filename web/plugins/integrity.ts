// SPDX-License-Identifier: MIT
import { createHash } from 'node:crypto';
import type { Plugin } from 'vite';

/**
 * Prints the `integrity` of the script for pages that load it from an address that holds one version. A page
 * that names it refuses any other script.
 */
export function integrity(fileName: string): Plugin {
  return {
    name: 'fall-line:integrity',
    apply: 'build',
    writeBundle(_options, bundle) {
      const script = bundle[fileName];
      if (script?.type !== 'chunk') throw new Error(`There is no script ${fileName}.`);
      const hash = createHash('sha384').update(script.code).digest('base64');
      console.log(`${fileName}: integrity="sha384-${hash}"`);
    },
  };
}
