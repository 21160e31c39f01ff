// SPDX-License-Identifier: MIT
import type { Precision } from '../../../wasm/types.ts';
import { compile } from './compile.ts';
import { wasmUrls } from './wasm-urls.ts';

/** The parts of an engine. If `rest` is an address, it is fetched when first needed. */
export interface Parts {
  first: WebAssembly.Module;
  rest: WebAssembly.Module | string;
}

const compiled = new Map<string, Promise<WebAssembly.Module>>();

/** The parts for a worker, which can fetch the rest synchronously. */
export async function partsOnDemand(precision: Precision): Promise<Parts> {
  const { first, rest } = wasmUrls[precision];
  const address = new URL(rest, document.baseURI);
  // A single-file page contains the parts, and browsers differ on whether its workers can fetch them.
  if (!address.protocol.startsWith('http')) return allParts(precision);
  return { first: await compiledOnce(first), rest: address.href };
}

/** The parts for the main thread, which must not block. */
export async function allParts(precision: Precision): Promise<Parts> {
  const { first, rest } = wasmUrls[precision];
  const [one, other] = await Promise.all([compiledOnce(first), compiledOnce(rest)]);
  return { first: one, rest: other };
}

/** Compiles a module once for all engines. A failed attempt is repeated. */
function compiledOnce(url: string): Promise<WebAssembly.Module> {
  let module = compiled.get(url);
  if (!module) {
    module = compile(url);
    module.catch(() => compiled.delete(url));
    compiled.set(url, module);
  }
  return module;
}
