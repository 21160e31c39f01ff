// SPDX-License-Identifier: MIT

/** The page cannot run here: says why instead. */
export function showFailure(error: unknown): void {
  const message = document.createElement('p');
  message.className = 'failure';
  message.setAttribute('role', 'alert');
  message.textContent = error instanceof Error ? error.message : String(error);
  document.body.replaceChildren(message);
}
