// SPDX-License-Identifier: MIT
import type { Precision } from '../../../wasm/types.ts';
import { wasmUrls } from './wasm-urls.ts';

/** What an engine is made of. Where `rest` is an address, it is fetched when it is first needed. */
export interface Parts {
  first: WebAssembly.Module;
  rest: WebAssembly.Module | string;
}

const compiled = new Map<string, Promise<WebAssembly.Module>>();

/** For workers, which can wait for the rest. */
export async function partsOnDemand(precision: Precision): Promise<Parts> {
  const { first, rest } = wasmUrls[precision];
  const address = new URL(rest, document.baseURI);
  // What a page of one file holds is here already, and workers' policies differ on fetching that.
  if (!address.protocol.startsWith('http')) return allParts(precision);
  return { first: await compiledOnce(first), rest: address.href };
}

/** For the main thread, which must not wait. */
export async function allParts(precision: Precision): Promise<Parts> {
  const { first, rest } = wasmUrls[precision];
  const [one, other] = await Promise.all([compiledOnce(first), compiledOnce(rest)]);
  return { first: one, rest: other };
}

/** However many engines are made of it. A failed attempt is not kept. */
function compiledOnce(url: string): Promise<WebAssembly.Module> {
  let module = compiled.get(url);
  if (!module) {
    module = compile(url);
    module.catch(() => compiled.delete(url));
    compiled.set(url, module);
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
