// SPDX-License-Identifier: MIT
import type { Plugin } from 'vite';

/** Removes Vite's preload helper. Scripts loaded on demand have no dependencies, so `import()` is enough. */
export function plainImports(): Plugin {
  return {
    name: 'fall-line:plain-imports',
    enforce: 'pre',
    load: {
      filter: { id: /^\0vite\/preload-helper/ },
      handler: () => 'export const __vitePreload = (load) => load();',
    },
  };
}
