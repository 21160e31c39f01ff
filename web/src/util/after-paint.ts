// SPDX-License-Identifier: MIT

/** Runs `action` in a task of its own once the page is painted as it is now. In a hidden page that is later. */
export function afterPaint(action: () => void): void {
  requestAnimationFrame(() => setTimeout(action));
}
