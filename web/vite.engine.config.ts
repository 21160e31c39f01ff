// SPDX-License-Identifier: MIT
import { readFileSync, rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { defineConfig, type Plugin } from 'vite';
import { shared } from './vite.shared.ts';

const binaries = ['engine-float32.wasm', 'engine-float64.wasm'];

/** Copies the binaries, whose addresses the engine knows relative to its own. */
const withBinaries: Plugin = {
  name: 'fall-line:binaries',
  generateBundle() {
    for (const fileName of binaries) {
      const path = fileURLToPath(new URL(`../build/wasm/${fileName}`, import.meta.url));
      this.emitFile({ type: 'asset', fileName, source: readFileSync(path) });
    }
  },
};

/** Removes the types that an earlier build left. */
const fresh: Plugin = {
  name: 'fall-line:fresh-types',
  buildStart: () =>
    rmSync(fileURLToPath(new URL('dist/types', import.meta.url)), { recursive: true, force: true }),
};

/** Lets bundlers see the addresses of the binaries, which this build itself had to ignore. */
const seenByBundlers: Plugin = {
  name: 'fall-line:seen-by-bundlers',
  renderChunk: {
    order: 'post',
    handler: (code) => code.replaceAll(/\/\* *@vite-ignore *\*\/\s*/g, ''),
  },
};

/** The engine for other pages, workers and Node: engine.js, with the .wasm files beside it. */
export default defineConfig({
  ...shared,
  plugins: [fresh, withBinaries, seenByBundlers],
  publicDir: false,
  build: {
    ...shared.build,
    lib: { entry: '../wasm/engine.ts', formats: ['es'], fileName: () => 'engine.js' },
  },
});
