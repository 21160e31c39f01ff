// SPDX-License-Identifier: MIT
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';
import { integrity } from './plugins/integrity.ts';
import { shared } from './vite.shared.ts';

/** Builds fall-line.js, the element for other people's pages. It needs nothing else of the page. */
export default defineConfig({
  root: shared.root,
  publicDir: false,
  plugins: [integrity('fall-line.js')],
  build: {
    outDir: shared.build.outDir,
    emptyOutDir: false,
    target: shared.build.target,
    minify: true,
    rolldownOptions: {
      input: fileURLToPath(new URL('src/element/main.ts', import.meta.url)),
      preserveEntrySignatures: 'strict',
      output: { format: 'es', entryFileNames: 'fall-line.js' },
    },
  },
});
