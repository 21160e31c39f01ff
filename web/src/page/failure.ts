// SPDX-License-Identifier: MIT

/** Shows why the page can't run here, and what to do. */
export function showFailure(error: unknown): void {
  const reason = error instanceof Error ? error.message : String(error);
  const message = document.createElement('p');
  message.className = 'failure';
  message.setAttribute('role', 'alert');
  message.textContent = `Fall Line could not start. ${whatToDo(reason)} (${reason})`;
  document.body.replaceChildren(message);
}

/** What to do, guessed from the browser's message, which is not meant for readers. */
function whatToDo(reason: string): string {
  if (/unsafe-eval|Content.Security.Policy/i.test(reason))
    return "The Content-Security-Policy of this site blocks WebAssembly. Authors: allow script-src 'wasm-unsafe-eval'.";
  if (/fetch|import|load/i.test(reason))
    return 'One of its files could not be fetched. Check your connection and reload the page.';
  return 'Reload the page or try another browser.';
}
