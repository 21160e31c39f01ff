// SPDX-License-Identifier: MIT
import { bytesOfText } from './text-bytes.ts';

declare const importScripts: (url: string) => void;

/**
 * Compiles a module whose bytes are text in a script, synchronously and in a worker. It may import scripts
 * where it may not fetch. Throws on failure, as compile-now.ts does, whose place it takes in the frame.
 */
export function compileNow(url: string): WebAssembly.Module {
  let text = '';
  Object.assign(globalThis, { fallLine: { add: (_name: string, part: string) => (text = part) } });
  try {
    importScripts(url);
  } catch {
    throw new WebAssembly.RuntimeError('The rest of the engine could not be loaded.');
  }
  return new WebAssembly.Module(bytesOfText(text));
}
