// SPDX-License-Identifier: MIT

/** Runs an action in an animation frame, at most once in `intervalMs`, however often it is asked for. */
export function throttled(intervalMs: number, action: () => void): () => void {
  let last = Number.NEGATIVE_INFINITY;
  let asked = false;
  const frame = (now: number): void => {
    if (now - last < intervalMs) {
      requestAnimationFrame(frame);
      return;
    }
    asked = false;
    last = now;
    action();
  };
  return () => {
    if (asked) return;
    asked = true;
    requestAnimationFrame(frame);
  };
}
