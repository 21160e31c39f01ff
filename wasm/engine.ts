// SPDX-License-Identifier: MIT
/** The public entry point of the engine, for pages, workers, and Node. */
import catalog from 'fall-line/catalog';
import { loadCore } from './core.ts';
import type { Engine, LoadOptions } from './types.ts';

export { SettingsError } from './settings.ts';
export type * from './types.ts';

/**
 * The binaries beside this script. Bundlers copy a file whose address is written in this very form, so
 * each is. The comment keeps this script's own build from doing so, which removes it.
 */
const beside = {
  float32: () => new URL(/* @vite-ignore */ './engine-float32.wasm', import.meta.url),
  float64: () => new URL(/* @vite-ignore */ './engine-float64.wasm', import.meta.url),
};

/** Loads the engine. Each call gives an instance with its own memory. */
export async function loadEngine(options: LoadOptions = {}): Promise<Engine> {
  return Object.assign(await loadCore(options, undefined, beside), { catalog });
}
