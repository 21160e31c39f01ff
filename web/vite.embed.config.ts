// SPDX-License-Identifier: MIT
import { defineConfig } from 'vite';
import { viteSingleFile } from 'vite-plugin-singlefile';
import { shared } from './vite.shared.ts';

/**
 * The frame: embed.html holds everything inline, because a sandboxed frame may load no module,
 * no stylesheet, no worker, and fetch nothing from a server without CORS headers.
 */
export default defineConfig({
  ...shared,
  plugins: [...shared.plugins, viteSingleFile()],
  build: {
    ...shared.build,
    assetsInlineLimit: Number.MAX_SAFE_INTEGER,
    rolldownOptions: { ...shared.build.rolldownOptions, input: 'web/embed.html' },
  },
});
