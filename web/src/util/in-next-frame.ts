// SPDX-License-Identifier: MIT

/** Returns a function that runs `action` in the next animation frame, once however often it is called. */
export function inNextFrame(action: () => void): () => void {
  let scheduled = false;
  return () => {
    if (scheduled) return;
    scheduled = true;
    requestAnimationFrame(() => {
      scheduled = false;
      action();
    });
  };
}
