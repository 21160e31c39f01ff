// SPDX-License-Identifier: MIT

/** Who draws takes this long at most before the others have to wait for the next frame. */
const frameBudgetMs = 2;

/** Between two that draw at leisure: any change of a long page costs its layout. */
const leisureMs = 200;

const first = new Set<() => void>();
const waiting = new Set<() => void>();
/** Of these, those that show what the reader has changed. */
const owed = new Set<() => void>();
let scheduled = false;

/**
 * Chart, numbers, and pictures draw in animation frames, in the order of asking: as many in one
 * frame as fit, so that no frame is long. Asked for again while it waits, an action keeps its place.
 * What the page is about comes before whoever else has asked.
 */
export function inTurn(action: () => void, isFirst = false): void {
  (isFirst ? first : waiting).add(action);
  if (!scheduled) schedule();
}

/** The same for an answer to the reader, who must not act on what is no longer true. */
export function inTurnBeforeNextPress(action: () => void): void {
  owed.add(action);
  inTurn(action);
}

/** Before anybody hears of a press or a key, controls show what is in force by then. */
export function drawBeforePresses(): void {
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
  requestAnimationFrame(takeTurns);
}

function takeTurns(): void {
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

/** One after the other, with rests between them. */
export function atLeisure(action: () => void): void {
  atRest.add(action);
  if (!resting) rest();
}

function rest(): void {
  resting = atRest.size > 0;
  if (resting) setTimeout(takeOne, leisureMs);
}

function takeOne(): void {
  const [action] = atRest;
  if (action) {
    atRest.delete(action);
    action();
  }
  rest();
}
