// SPDX-License-Identifier: MIT

/** Who draws takes this long at most before the others have to wait for the next frame. */
const frameBudgetMs = 2;

const waiting = new Set<() => void>();
let scheduled = false;

/**
 * Chart, numbers, and pictures draw in animation frames, in the order of asking: as many in one
 * frame as fit, so that no frame is long. Asked for again while it waits, an action keeps its place.
 */
export function inTurn(action: () => void): void {
  waiting.add(action);
  if (!scheduled) schedule();
}

function schedule(): void {
  scheduled = true;
  requestAnimationFrame(takeTurns);
}

function takeTurns(): void {
  scheduled = false;
  const start = performance.now();
  for (const action of [...waiting]) {
    waiting.delete(action);
    action();
    if (performance.now() - start > frameBudgetMs) break;
  }
  if (waiting.size > 0 && !scheduled) schedule();
}
