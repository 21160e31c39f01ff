// SPDX-License-Identifier: MIT
/** The public types of the engine. */
export type * from './types/engine.ts';
export type * from './types/catalog.ts';
export type * from './types/settings.ts';
export type * from './types/results.ts';
