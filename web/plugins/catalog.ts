// SPDX-License-Identifier: MIT
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Catalog } from '../../wasm/types.ts';

/** The catalog that the engine's build writes. */
export const catalogFile = fileURLToPath(new URL('../../build/wasm/catalog.json', import.meta.url));

/** The components of the catalog in Python, from the same build. */
export const codeFile = fileURLToPath(new URL('../../build/wasm/code.json', import.meta.url));

export const builtCatalog = (): Catalog => JSON.parse(readFileSync(catalogFile, 'utf8'));
