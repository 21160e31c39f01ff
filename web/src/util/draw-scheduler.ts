// SPDX-License-Identifier: MIT

/** Once the actions of a frame have taken this long, the rest wait for the next frame. */
const frameBudgetMs = 2;

/** The pause between actions in spare time. Each one may cause a layout of a long page. */
const restMs = 200;

const first = new Set<() => void>();
const waiting = new Set<() => void>();
/** Those of `waiting` that show a change by the reader. */
const owed = new Set<() => void>();
let scheduled = false;

/**
 * Runs an action in an animation frame, in the order of the calls. A frame takes as many actions as fit,
 * so no frame is long. An action that is already waiting keeps its place. With `isFirst` it runs before
 * all others.
 */
export function scheduleDraw(action: () => void, isFirst = false): void {
  (isFirst ? first : waiting).add(action);
  if (!scheduled) schedule();
}

/** The same for the effect of a reader's change, which must be visible before the next one. */
export function scheduleDrawBeforeInput(action: () => void): void {
  owed.add(action);
  scheduleDraw(action);
}

/** Before any listener handles an input, runs the waiting actions that show earlier changes. */
export function drawBeforeInput(): void {
  for (const type of ['pointerdown', 'click', 'keydown', 'input', 'change'])
    addEventListener(type, drawOwed, { capture: true });
}

function drawOwed(): void {
  for (const action of owed) {
    owed.delete(action);
    if (waiting.delete(action)) action();
  }
}

function schedule(): void {
  scheduled = true;
  requestAnimationFrame(drawFrame);
}

function drawFrame(): void {
  scheduled = false;
  const start = performance.now();
  for (const action of [...first, ...waiting]) {
    first.delete(action);
    waiting.delete(action);
    owed.delete(action);
    action();
    if (performance.now() - start > frameBudgetMs) break;
  }
  if (first.size + waiting.size > 0 && !scheduled) schedule();
}

const atRest = new Set<() => void>();
let resting = false;

/** Runs actions one at a time, with pauses between them. */
export function scheduleIdleDraw(action: () => void): void {
  atRest.add(action);
  if (!resting) rest();
}

function rest(): void {
  resting = atRest.size > 0;
  if (resting) setTimeout(takeOne, restMs);
}

function takeOne(): void {
  const [action] = atRest;
  if (action) {
    atRest.delete(action);
    action();
  }
  rest();
}
