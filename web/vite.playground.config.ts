// SPDX-License-Identifier: MIT
import { defineConfig } from 'vite';
import { viteSingleFile } from 'vite-plugin-singlefile';
import { packed } from './plugins/packed.ts';
import { shared } from './vite.shared.ts';

/** The page in one file that a double-click opens, for where there is no server and no network. */
export default defineConfig({
  ...shared,
  plugins: [...shared.plugins, viteSingleFile(), packed('playground.html')],
  build: {
    ...shared.build,
    assetsInlineLimit: Number.MAX_SAFE_INTEGER,
    rolldownOptions: { ...shared.build.rolldownOptions, input: 'web/index.html' },
  },
});
