// SPDX-License-Identifier: MIT
import { defineConfig } from 'vite';
import { early } from './plugins/early.ts';
import { inlineStyles } from './plugins/inline-styles.ts';
import { reference } from './plugins/reference.ts';
import { shared } from './vite.shared.ts';

const { rolldownOptions } = shared.build;

/** The page: index.html and its assets, with the reference beside it. */
export default defineConfig({
  ...shared,
  plugins: [
    ...shared.plugins,
    early(/engine-float32\.first.*\.wasm$/, /deferred.*\.js$/),
    inlineStyles(),
    reference(),
  ],
  build: {
    ...shared.build,
    rolldownOptions: {
      ...rolldownOptions,
      input: 'web/index.html',
      // One script with all that the page needs at first, including code shared with other scripts.
      output: { codeSplitting: { groups: [{ name: 'page', test: /src\/main\.ts$/ }] } },
    },
  },
});
