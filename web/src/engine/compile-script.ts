// SPDX-License-Identifier: MIT
import '../frame/asked.ts';
import { bytesOfText } from './text-bytes.ts';

/** Compiles a module whose bytes are text in a script. The frame may not fetch anything. */
export async function compile(url: string): Promise<WebAssembly.Module> {
  const name = url.replace(/^.*\//, '');
  const text = await globalThis.fallLine?.load(name);
  if (typeof text !== 'string') throw new Error('The engine could not be loaded.');
  return WebAssembly.compile(bytesOfText(text));
}
