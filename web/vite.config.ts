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
    early(/engine-float32\.first.*\.wasm$/, /knowledge.*\.js$/),
    inlineStyles(),
    reference(),
  ],
  build: {
    ...shared.build,
    rolldownOptions: {
      ...rolldownOptions,
      input: 'web/index.html',
      // All that the page needs at first is one script, also what others share with it.
      output: { codeSplitting: { groups: [{ name: 'page', test: /src\/main\.ts$/ }] } },
    },
  },
});
