// SPDX-License-Identifier: MIT
import { inTurn } from './turns.ts';

/** Runs an action in its turn, at most once in `intervalMs`, however often it is asked for. */
export function throttled(intervalMs: number, action: () => void): () => void {
  let last = Number.NEGATIVE_INFINITY;
  let asked = false;
  const act = (): void => {
    asked = false;
    last = performance.now();
    action();
  };
  const wait = (now: number): void => {
    if (now - last < intervalMs) requestAnimationFrame(wait);
    else inTurn(act);
  };
  return () => {
    if (asked) return;
    asked = true;
    requestAnimationFrame(wait);
  };
}
