// SPDX-License-Identifier: MIT
import { html, svg } from 'lit';
import { msg } from '../../language/message.ts';
import { cornersOf } from '../../pictures/points.ts';

const most = 10;

/** The outline of a mark, or of a circle with radius 1. */
const pathOf = (corners: readonly (readonly [number, number])[]): string =>
  corners.length > 0 ? `M${corners.join('L')}Z` : 'M-1 0a1 1 0 1 0 2 0a1 1 0 1 0-2 0';

/** The names of classes, each with its colour and mark. */
export const classLegend = (names: readonly string[]) =>
  html`<ul class="classes" aria-label=${msg('Colours of the classes')}>
    ${names.slice(0, most).map(
      (name, index) =>
        html`<li>
          <svg width="12" height="12" viewBox="-1.6 -1.6 3.2 3.2" aria-hidden="true">
            ${svg`<path d=${pathOf(cornersOf(index))} fill="var(--class-${index})" />`}
          </svg>
          ${name}
        </li>`,
    )}
  </ul>`;
