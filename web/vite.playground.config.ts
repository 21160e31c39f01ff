// SPDX-License-Identifier: MIT
import { defineConfig } from 'vite';
import { viteSingleFile } from 'vite-plugin-singlefile';
import { packed } from './plugins/packed.ts';
import { shared } from './vite.shared.ts';

/** Builds the page as a single file that a double-click opens, without a server or network. */
export default defineConfig({
  ...shared,
  plugins: [...shared.plugins, viteSingleFile(), packed('playground.html')],
  build: {
    ...shared.build,
    assetsInlineLimit: Number.MAX_SAFE_INTEGER,
    rolldownOptions: { ...shared.build.rolldownOptions, input: 'web/index.html' },
  },
});
