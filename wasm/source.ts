// SPDX-License-Identifier: MIT
import type { LoadOptions, Precision } from './types.ts';

/** The module to instantiate: the given one, or the .wasm file beside this script. */
export async function binaryOf(
  precision: Precision,
  options: LoadOptions,
): Promise<WebAssembly.Module | BufferSource> {
  if (options.wasmModule !== undefined) return options.wasmModule;
  if (options.wasmBinary !== undefined) return options.wasmBinary as BufferSource;
  // In a variable, so bundlers don't copy the file under another name.
  const here = import.meta.url;
  const url = new URL(options.wasmUrl ?? `engine-${precision}.wasm`, here);
  return url.protocol === 'file:' && 'process' in globalThis ? readFile(url) : download(url);
}

async function readFile(url: URL): Promise<BufferSource> {
  const { readFile: read } = await import(/* @vite-ignore */ 'node:fs/promises');
  return (await read(url)) as Uint8Array<ArrayBuffer>;
}

async function download(url: URL): Promise<BufferSource> {
  const response = await fetch(url);
  if (!response.ok)
    throw new Error(`The engine's file ${url.href} could not be loaded (HTTP ${response.status}).`);
  return response.arrayBuffer();
}
