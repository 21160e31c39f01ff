// SPDX-License-Identifier: MIT
import { html, svg } from 'lit';
import { cornersOf } from './points.ts';

/** The outline of a mark, or of a circle with radius 1. */
const pathOf = (corners: readonly (readonly [number, number])[]): string =>
  corners.length > 0 ? `M${corners.join('L')}Z` : 'M-1 0a1 1 0 1 0 2 0a1 1 0 1 0-2 0';

/** The mark of a class in its colour and shape, as pictures of data have it. `size` in pixels. */
export const classMark = (index: number, size: number) =>
  html`<svg
    class="mark"
    width=${size}
    height=${size}
    viewBox="-1.6 -1.6 3.2 3.2"
    aria-hidden="true"
  >
    ${svg`<path d=${pathOf(cornersOf(index))} fill="var(--class-${index})" />`}
  </svg>`;
