// SPDX-License-Identifier: MIT

/**
 * Fetches and compiles a module synchronously, which only workers can do. Throws on failure, and then
 * the calling instance can't be used any more.
 */
export function compileNow(url: string): WebAssembly.Module {
  const request = new XMLHttpRequest();
  request.open('GET', url, false);
  request.responseType = 'arraybuffer';
  try {
    request.send();
  } catch {
    throw new WebAssembly.RuntimeError('The rest of the engine could not be fetched.');
  }
  if (request.status === 200) return new WebAssembly.Module(request.response as ArrayBuffer);
  const answer = `HTTP ${request.status}`;
  throw new WebAssembly.RuntimeError(`The rest of the engine could not be fetched (${answer}).`);
}
