// SPDX-License-Identifier: MIT
/** The public entry point of the engine, for pages, workers, and Node. */
import catalog from 'fall-line/catalog';
import { loadCore } from './core.ts';
import type { Engine, LoadOptions } from './types.ts';

export { SettingsError } from './settings.ts';
export type * from './types.ts';

/** Loads the engine. Each call gives an instance with its own memory. */
export async function loadEngine(options: LoadOptions = {}): Promise<Engine> {
  return Object.assign(await loadCore(options), { catalog });
}
