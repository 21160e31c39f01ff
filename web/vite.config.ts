// SPDX-License-Identifier: MIT
import { rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { defineConfig, type Plugin } from 'vite';
import { early } from './plugins/early.ts';
import { guide } from './plugins/guide.ts';
import { inlineStyles } from './plugins/inline-styles.ts';
import { oembed } from './plugins/oembed.ts';
import { offline } from './plugins/offline.ts';
import { policy } from './plugins/policy.ts';
import { reference } from './plugins/reference.ts';
import { shared } from './vite.shared.ts';

const { rolldownOptions } = shared.build;

/** Removes what an earlier build left. The folder as a whole stays, because it also holds the engine. */
const fresh: Plugin = {
  name: 'fall-line:fresh',
  apply: 'build',
  buildStart() {
    for (const folder of ['assets', 'reference', 'guide'])
      rmSync(fileURLToPath(new URL(`dist/${folder}`, import.meta.url)), {
        recursive: true,
        force: true,
      });
  },
};

/** The page: index.html and its assets, with the reference beside it. */
export default defineConfig({
  ...shared,
  plugins: [
    ...shared.plugins,
    fresh,
    early(/engine-float32.*\.wasm$/, /deferred.*\.js$/),
    inlineStyles(),
    reference(),
    guide(),
    oembed(),
    offline(),
    policy(),
  ],
  build: {
    ...shared.build,
    rolldownOptions: {
      ...rolldownOptions,
      input: fileURLToPath(new URL('index.html', import.meta.url)),
      // One script with all that the page needs at first, including code shared with other scripts.
      output: { codeSplitting: { groups: [{ name: 'page', test: /src\/main\.ts$/ }] } },
    },
  },
});
