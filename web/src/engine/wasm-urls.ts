// SPDX-License-Identifier: MIT
import first32 from 'fall-line/float32-first?url';
import first64 from 'fall-line/float64-first?url';
import rest32 from 'fall-line/float32-rest?url';
import rest64 from 'fall-line/float64-rest?url';
import type { Precision } from '../../../wasm/types.ts';

/** The addresses of the engine's parts: files beside the page, or data inside a single-file page. */
export const wasmUrls: Record<Precision, { first: string; rest: string }> = {
  float32: { first: first32, rest: rest32 },
  float64: { first: first64, rest: rest64 },
};
