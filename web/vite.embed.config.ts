// SPDX-License-Identifier: MIT
import { defineConfig } from 'vite';
import { viteSingleFile } from 'vite-plugin-singlefile';
import { shared } from './vite.shared.ts';

/**
 * Builds embed.html with everything inline. A sandboxed frame may load no module, style sheet or worker,
 * and can't fetch anything from a server without CORS headers.
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
