// SPDX-License-Identifier: MIT
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { Engine } from '../../wasm/types.ts';

/** The engine, which is built before the site. */
const engineFile = fileURLToPath(new URL('../dist/engine.js', import.meta.url));

/** Loads the engine in float64, which every rule accepts. */
export async function builtEngine(): Promise<Engine> {
  const { loadEngine } = await import(pathToFileURL(engineFile).href);
  return loadEngine({ precision: 'float64' });
}
