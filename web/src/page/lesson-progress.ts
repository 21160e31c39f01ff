// SPDX-License-Identifier: MIT

const key = 'fall-line-lessons';

/** The ids of the steps that the reader has seen to the end, on this device. */
let known: Set<string> | undefined;

export function finishedSteps(): ReadonlySet<string> {
  known ??= new Set(stored());
  return known;
}

export function finishStep(id: string): void {
  known = new Set([...finishedSteps(), id]);
  try {
    localStorage.setItem(key, JSON.stringify([...known]));
  } catch {
    // A sandboxed frame has no storage, so progress lasts only as long as the page.
  }
}

export function clearProgress(): void {
  known = new Set();
  try {
    localStorage.removeItem(key);
  } catch {
    // There is none to clear.
  }
}

function stored(): string[] {
  try {
    const ids: unknown = JSON.parse(localStorage.getItem(key) ?? '[]');
    return Array.isArray(ids) ? ids.filter((id) => typeof id === 'string') : [];
  } catch {
    return [];
  }
}
