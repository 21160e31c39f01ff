// SPDX-License-Identifier: MIT
/** The engine for other pages, workers, and Node. */
import catalog from 'fall-line/catalog';
import { loadCore } from './core.ts';
import type { Engine, LoadOptions } from './types.ts';

export { SettingsError } from './settings.ts';
export type * from './types.ts';

/** Loads the engine; each call gives an instance with a memory of its own. */
export async function loadEngine(options: LoadOptions = {}): Promise<Engine> {
  return Object.assign(await loadCore(options), { catalog });
}
