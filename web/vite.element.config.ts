// SPDX-License-Identifier: MIT
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';
import { classicElement } from './plugins/classic-element.ts';
import { integrity } from './plugins/integrity.ts';
import { shared } from './vite.shared.ts';

/**
 * Builds the element for other people's pages, which needs nothing else of the page: fall-line.js for imports, and
 * fall-line.classic.js for a script tag.
 */
export default defineConfig({
  root: shared.root,
  publicDir: false,
  plugins: [
    classicElement('fall-line.js', 'fall-line.classic.js'),
    integrity('fall-line.js', 'fall-line.classic.js'),
  ],
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
