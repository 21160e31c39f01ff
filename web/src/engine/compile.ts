// SPDX-License-Identifier: MIT

/** Fetches and compiles a module. In the frame, compile-script.ts takes its place. */
export async function compile(url: string): Promise<WebAssembly.Module> {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`The engine could not be fetched (HTTP ${response.status}).`);
  // Servers often send the wrong MIME type, and only streaming compilation rejects it.
  const streams = response.headers.get('content-type')?.startsWith('application/wasm');
  return streams
    ? WebAssembly.compileStreaming(response)
    : WebAssembly.compile(await response.arrayBuffer());
}
