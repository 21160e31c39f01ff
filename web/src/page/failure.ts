// SPDX-License-Identifier: MIT

/** Translates a text. What fails may be the language itself, and a frame's first script has only a few texts. */
type Say = (english: string) => string;

/** Shows why the page can't run here, and what to do. */
export function showFailure(error: unknown, say: Say): void {
  const reason = error instanceof Error ? error.message : String(error);
  const message = document.createElement('p');
  message.className = 'failure';
  message.setAttribute('role', 'alert');
  message.textContent = `${say('Fall Line could not start.')} ${whatToDo(reason, say)} (${reason})`;
  document.body.replaceChildren(message);
}

/** What to do, guessed from the browser's message, which is not meant for readers. */
function whatToDo(reason: string, say: Say): string {
  if (/unsafe-eval|Content.Security.Policy/i.test(reason))
    return say(
      "The Content-Security-Policy of this site blocks WebAssembly. Authors: allow script-src 'wasm-unsafe-eval'.",
    );
  if (/fetch|import|load/i.test(reason))
    return say('One of its files could not be fetched. Check your connection and reload the page.');
  return say('Reload the page or try another browser.');
}
