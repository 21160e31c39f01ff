// SPDX-License-Identifier: MIT
import { defineConfig } from 'vite';
import { shared } from './vite.shared.ts';

/** The engine for other pages, workers and Node: engine.js, with the .wasm files beside it. */
export default defineConfig({
  ...shared,
  plugins: [],
  publicDir: false,
  build: {
    ...shared.build,
    lib: { entry: '../wasm/engine.ts', formats: ['es'], fileName: () => 'engine.js' },
  },
});
