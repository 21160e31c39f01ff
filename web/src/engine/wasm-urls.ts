// SPDX-License-Identifier: MIT
import float32 from 'fall-line/wasm-float32?url';
import float64 from 'fall-line/wasm-float64?url';
import type { Precision } from '../../../wasm/types.ts';

/** Where the engine's binaries are: files beside the page, or data inside it where it is one file. */
export const wasmUrls: Record<Precision, string> = { float32, float64 };
