// SPDX-License-Identifier: MIT
import { defineConfig } from 'vite';
import { early } from './plugins/early.ts';
import { reference } from './plugins/reference.ts';
import { shared } from './vite.shared.ts';

/** The page: index.html and its assets, with the reference beside it. */
export default defineConfig({
  ...shared,
  plugins: [...shared.plugins, early('/components/app.ts'), reference()],
  build: {
    ...shared.build,
    rolldownOptions: { ...shared.build.rolldownOptions, input: 'web/index.html' },
  },
});
