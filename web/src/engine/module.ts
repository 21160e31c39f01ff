// SPDX-License-Identifier: MIT
import type { Precision } from '../../../wasm/types.ts';
import { wasmUrls } from './wasm-urls.ts';

const compiled = new Map<Precision, Promise<WebAssembly.Module>>();

/** Fetched and compiled once, however many workers instantiate it. A failed attempt is not kept. */
export function engineModule(precision: Precision): Promise<WebAssembly.Module> {
  let module = compiled.get(precision);
  if (!module) {
    module = compile(wasmUrls[precision]);
    module.catch(() => compiled.delete(precision));
    compiled.set(precision, module);
  }
  return module;
}

async function compile(url: string): Promise<WebAssembly.Module> {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`The engine could not be fetched (HTTP ${response.status}).`);
  // Servers that send the wrong MIME type are common; only streaming minds.
  const streams = response.headers.get('content-type')?.startsWith('application/wasm');
  return streams
    ? WebAssembly.compileStreaming(response)
    : WebAssembly.compile(await response.arrayBuffer());
}
