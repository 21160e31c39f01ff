// SPDX-License-Identifier: MIT
import { rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { defineConfig, type Plugin } from 'vite';
import { binaryScripts } from './plugins/binary-scripts.ts';
import { classicScripts } from './plugins/classic-scripts.ts';
import { shared } from './vite.shared.ts';

const path = (relative: string) => fileURLToPath(new URL(relative, import.meta.url));

/** The folder of all files of the frame, beside embed.html. */
const folder = 'frame';

/** Removes what an earlier build left. */
const fresh: Plugin = {
  name: 'fall-line:fresh-frame',
  apply: 'build',
  buildStart: () => rmSync(path(`dist/${folder}`), { recursive: true, force: true }),
};

/**
 * The frame: embed.html, with classic scripts. A sandboxed frame may load no module and no worker, and can't
 * fetch anything from a server without CORS headers. Classic scripts and style sheets load everywhere.
 */
export default defineConfig({
  ...shared,
  plugins: [fresh, ...shared.plugins, binaryScripts(folder), classicScripts(folder)],
  resolve: {
    alias: [
      ...shared.resolve.alias,
      { find: /^\.\/compile\.ts$/, replacement: path('src/engine/compile-script.ts') },
      { find: /^\.\/compile-now\.ts$/, replacement: path('src/engine/compile-script-now.ts') },
    ],
  },
  build: {
    ...shared.build,
    assetsDir: folder,
    rolldownOptions: {
      ...shared.build.rolldownOptions,
      // Vite's wrapper of import() mentions import.meta.url, and nothing reads it.
      checks: { ...shared.build.rolldownOptions.checks, emptyImportMeta: false },
      input: path('src/embed.ts'),
      output: {
        format: 'cjs',
        entryFileNames: `${folder}/[name]-[hash].js`,
        chunkFileNames: `${folder}/[name]-[hash].js`,
        assetFileNames: `${folder}/[name]-[hash][extname]`,
        codeSplitting: {
          groups: [
            // Each script runs in a task of its own, and together they would hold up the page around the frame.
            {
              name: 'libraries',
              test: /node_modules\/(chart\.js|@kurkle|lit|lit-html|lit-element|@lit)\//,
            },
            { name: 'embed', test: /src\/embed\.ts$/ },
          ],
        },
      },
    },
  },
});
