// SPDX-License-Identifier: MIT
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { Engine } from '../../wasm/types.ts';

/** What the site is drawn from: the engine that was built before it. */
const engineFile = fileURLToPath(new URL('../dist/engine.js', import.meta.url));

/** In double, which every rule can work in. */
export async function builtEngine(): Promise<Engine> {
  const { loadEngine } = await import(pathToFileURL(engineFile).href);
  return loadEngine({ precision: 'float64' });
}
