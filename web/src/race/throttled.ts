// SPDX-License-Identifier: MIT

/** Runs an action soon, at most once in `intervalMs`, however often it is asked for. */
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
