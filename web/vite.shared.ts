// SPDX-License-Identifier: MIT
import { fileURLToPath } from 'node:url';
import type { UserConfig } from 'vite';
import { catalogFile } from './plugins/catalog.ts';
import { formulas } from './plugins/formulas.ts';
import { opening } from './plugins/opening.ts';
import { plainImports } from './plugins/plain-imports.ts';
import { selfCheck } from './plugins/self-check.ts';
import { tightTemplates } from './plugins/tight-templates.ts';
import { unstarted } from './plugins/unstarted.ts';

const path = (relative: string) => fileURLToPath(new URL(relative, import.meta.url));

/** What every build of the site and the tests have in common. */
export const shared = {
  root: path('.'),
  base: './',
  plugins: [opening(), formulas(), selfCheck(), tightTemplates(), plainImports(), unstarted()],
  resolve: {
    // What em++ leaves: `fall-line/glue` is its script, the same for both precisions but for a file
    // name that is not used, and `fall-line/float32-first?url` a part of a binary.
    alias: [
      { find: '@kurkle/color', replacement: path('src/chart/no-colours.ts') },
      { find: /^fall-line\/catalog$/, replacement: catalogFile },
      { find: /^fall-line\/glue$/, replacement: path('../build/wasm/engine-float32.js') },
      {
        find: /^fall-line\/(float32|float64)-(first|rest)/,
        replacement: path('../build/wasm/engine-$1.$2.wasm'),
      },
    ],
  },
  build: {
    outDir: path('dist'),
    emptyOutDir: false,
    // The oldest that have WebAssembly SIMD and need no helpers for private methods, a tenth of all.
    target: ['chrome98', 'firefox93', 'safari16.4'],
    // plugins/early.ts says what is worth loading early.
    modulePreload: false,
    rolldownOptions: {
      // Reading a property does nothing else here: without this, scales of Chart.js that nobody uses stay.
      treeshake: { propertyReadSideEffects: false },
    },
  },
} satisfies UserConfig;
