// SPDX-License-Identifier: MIT
/**
 * Parts of the page by name. An element says in `data-part` which part it is, and a button in
 * `data-reveals` which part it opens. `racer 1: learningRate` is a part within a part.
 */

/** The element of a part that is drawn. */
export function findPart(name: string, within: Element = document.body): HTMLElement | undefined {
  const [outer = '', ...inner] = name.split(': ');
  const found = search(within, ({ dataset }) => dataset.part === outer);
  return inner.length > 0 ? found && findPart(inner.join(': '), found) : found;
}

/** The button that opens a part. What is within a part is opened by the first such button there. */
function openerOf(name: string): HTMLElement | undefined {
  const [outer = '', ...inner] = name.split(': ');
  const around = inner.length > 0 ? findPart(outer) : undefined;
  return around
    ? search(around, ({ ariaExpanded }) => ariaExpanded !== null)
    : search(document.body, ({ dataset }) => dataset.reveals === outer);
}

const opensNow = (button: HTMLElement) =>
  button.matches('details:not([open]) > summary') ||
  button.ariaExpanded === 'false' ||
  button.ariaPressed === 'false';

/** Presses the button that opens a part, unless it is open, and returns it. */
export function revealPart(name: string): HTMLElement | undefined {
  const button = openerOf(name);
  if (button && opensNow(button)) button.click();
  return button;
}

/** Opens a part like `revealPart`, and returns a function that closes it again, unless it was open or the reader closes it. */
export function revealForNow(name: string): (() => void) | undefined {
  const button = openerOf(name);
  if (!button || !opensNow(button)) return undefined;
  button.click();
  return () => {
    if (button.isConnected && !opensNow(button)) button.click();
  };
}

/** The longest wait for a part that is being loaded or drawn. */
const patienceMs = 3000;

/** Moves the focus to a part as soon as it is there. */
export async function focusPart(name: string): Promise<void> {
  const end = performance.now() + patienceMs;
  let part = findPart(name);
  while (!part && performance.now() < end) {
    await new Promise(requestAnimationFrame);
    part = findPart(name);
  }
  part?.focus();
}

/**
 * Scrolls to a part of which less than half can be seen. At once, because the browser keeps it in place from
 * then on if the page above changes, and does not while it scrolls smoothly.
 */
export function bringIntoView(name: string): void {
  const part = findPart(name);
  if (!part) return;
  const { top, bottom, height } = part.getBoundingClientRect();
  const seen = Math.min(bottom, innerHeight) - Math.max(top, 0);
  if (seen < height / 2) part.scrollIntoView({ block: 'center' });
}

/** The first element that fits, also in shadow roots. */
function search(
  root: Element | ShadowRoot,
  fits: (element: HTMLElement) => boolean,
): HTMLElement | undefined {
  const inside = root instanceof Element && root.shadowRoot;
  const found = inside ? search(inside, fits) : undefined;
  if (found) return found;
  for (const child of root.children) {
    if (child instanceof HTMLElement && fits(child)) return child;
    const deeper = search(child, fits);
    if (deeper) return deeper;
  }
  return undefined;
}
