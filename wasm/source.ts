// SPDX-License-Identifier: MIT
import type { LoadOptions, Precision } from './types.ts';

/** The address of each precision's binary beside the script. */
export type Beside = Record<Precision, () => URL>;

/** The module to instantiate: the given one, or the .wasm file beside the engine's script. */
export async function binaryOf(
  precision: Precision,
  options: LoadOptions,
  beside?: Beside,
): Promise<WebAssembly.Module | BufferSource> {
  if (options.wasmModule !== undefined) return options.wasmModule;
  if (options.wasmBinary !== undefined) return options.wasmBinary as BufferSource;
  const url =
    options.wasmUrl === undefined
      ? beside?.[precision]()
      : new URL(options.wasmUrl, import.meta.url);
  if (!url) throw new Error('A module, a binary or its address is needed.');
  return url.protocol === 'file:' && 'process' in globalThis ? readFile(url) : download(url);
}

async function readFile(url: URL): Promise<BufferSource> {
  // An import of a Node module would worry bundlers.
  const { readFile: read } = process.getBuiltinModule('node:fs/promises');
  return (await read(url)) as Uint8Array<ArrayBuffer>;
}

async function download(url: URL): Promise<BufferSource> {
  const response = await fetch(url);
  if (!response.ok)
    throw new Error(`The engine's file ${url.href} could not be loaded (HTTP ${response.status}).`);
  return response.arrayBuffer();
}
