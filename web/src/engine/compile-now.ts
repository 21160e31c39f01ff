// SPDX-License-Identifier: MIT

/**
 * Fetches and compiles while the caller waits, which only workers can. A failure is an error of
 * the instance that called, since its call cannot be finished.
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
