// SPDX-License-Identifier: MIT
import { throttled } from '../util/throttled.ts';

const intervalMs = 100;

/** The height of the contents, in whole CSS pixels. Rounding down would give the frame a scroll bar. */
export const heightOf = (element: Element): number =>
  Math.ceil(element.getBoundingClientRect().height - 0.01);

/** Tells the height of an element at first and when it has changed, at most ten times a second. */
export function watchHeight(element: Element, tell: (height: number) => void): void {
  let told = 0;
  const soon = throttled(intervalMs, () => {
    const height = heightOf(element);
    if (height === told || height === 0) return;
    told = height;
    tell(height);
  });
  new ResizeObserver(soon).observe(element);
}

const windowHeight = '--window-height';

/**
 * What is as high as the window must not follow it once the window follows the contents. Style sheets
 * take this height in place of the window's.
 */
export function freezeHeight(): void {
  document.documentElement.style.setProperty(windowHeight, '560px');
}

/** Whether the window follows the contents, so there is no need to save room. */
export const isFitted = (): boolean =>
  document.documentElement.style.getPropertyValue(windowHeight) !== '';
