// SPDX-License-Identifier: MIT
import { defineConfig } from 'vite';
import { shared } from './vite.shared.ts';

/** The page: index.html and its assets. */
export default defineConfig({
  ...shared,
  build: { ...shared.build, rolldownOptions: { input: 'web/index.html' } },
});
