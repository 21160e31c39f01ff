// SPDX-License-Identifier: MIT
import { fileURLToPath } from 'node:url';
import type { UserConfig } from 'vite';
import { catalogFile, codeFile } from './plugins/catalog.ts';
import { formulas } from './plugins/formulas.ts';
import { stepFormulas } from './plugins/step-formulas.ts';
import { firstRace } from './plugins/first-race.ts';
import { leanChart } from './plugins/lean-chart.ts';
import { noLoading } from './plugins/no-loading.ts';
import { plainImports } from './plugins/plain-imports.ts';
import { realData } from './plugins/real-data.ts';
import { selfCheck } from './plugins/self-check.ts';
import { unstarted } from './plugins/unstarted.ts';

/** FALL_LINE_SPLIT=off builds the page with engines in one file each. See wasm/split/README.md. */
const isSplit = process.env.FALL_LINE_SPLIT !== 'off';

const path = (relative: string) => fileURLToPath(new URL(relative, import.meta.url));

/** Options shared by all builds of the site and the tests. */
export const shared = {
  root: path('.'),
  base: './',
  plugins: [
    firstRace(),
    formulas(),
    stepFormulas(),
    selfCheck(),
    realData(),
    plainImports(),
    unstarted(),
    noLoading(),
    leanChart(),
  ],
  worker: { plugins: () => [noLoading()] },
  resolve: {
    // Outputs of em++: `fall-line/glue` is its script, which is the same for both precisions except for
    // an unused file name. `fall-line/float32-first?url` is a part of a binary, or the
    // whole where it was not split.
    alias: [
      { find: '@kurkle/color', replacement: path('src/chart/no-colours.ts') },
      { find: /^fall-line\/catalog$/, replacement: catalogFile },
      { find: /^fall-line\/code$/, replacement: codeFile },
      { find: /^fall-line\/glue$/, replacement: path('../build/wasm/engine-float32.js') },
      {
        find: /^fall-line\/(float32|float64)-(first|rest)/,
        replacement: path(`../build/wasm/engine-$1${isSplit ? '.$2' : ''}.wasm`),
      },
    ],
  },
  build: {
    outDir: path('dist'),
    emptyOutDir: false,
    // The oldest browsers with WebAssembly SIMD and private methods. Helpers for those would be a tenth
    // of the code.
    target: ['chrome98', 'firefox93', 'safari16.4'],
    // plugins/early.ts adds the preloads that are worth it.
    modulePreload: false,
    rolldownOptions: {
      // Reading a property has no side effects here. Without this, unused Chart.js scales are kept.
      treeshake: { propertyReadSideEffects: false },
      // On a busy machine plugins take long, which is no fault of the project.
      checks: { bundlerTimings: false },
    },
  },
} satisfies UserConfig;
