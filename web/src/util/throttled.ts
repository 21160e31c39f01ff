// SPDX-License-Identifier: MIT

/** Returns a function that runs `action` soon, at most once per `intervalMs`, however often it is called. */
export function throttled(intervalMs: number, action: () => void): () => void {
  let last = Number.NEGATIVE_INFINITY;
  let asked = false;
  const act = (): void => {
    asked = false;
    last = performance.now();
    action();
  };
  return () => {
    if (asked) return;
    asked = true;
    setTimeout(act, last + intervalMs - performance.now());
  };
}
