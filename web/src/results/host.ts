// SPDX-License-Identifier: MIT
import type { Size } from '../pictures/window.ts';

/** Lends an element of that size beside the page, with its fonts and colours, for a drawing. */
export async function withHost<T>(
  size: Size,
  draw: (host: HTMLElement) => T | Promise<T>,
): Promise<T> {
  const host = document.createElement('div');
  host.setAttribute('aria-hidden', 'true');
  const { width, height } = size;
  host.style.cssText = `position:fixed;left:-9999px;top:0;width:${width}px;height:${height}px;visibility:hidden`;
  document.body.append(host);
  try {
    return await draw(host);
  } finally {
    host.remove();
  }
}
