// SPDX-License-Identifier: MIT
import type { Plugin } from 'vite';

/** No script that is loaded on demand has styles or others to be fetched first: `import()` alone will do. */
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
