// SPDX-License-Identifier: MIT
import { html, nothing } from 'lit';
import { type Column, mostUnits } from '../../pictures/network/part.ts';
import { chevronIcon } from '../controls/icons.ts';
import type { PageEvent } from './network-events.ts';

/** Under a column whose layer has more units: which are shown, and buttons to show others. */
export function pager({ layer, units, first, count }: Column, x: number) {
  if (units <= mostUnits) return nothing;
  const show = (to: number) => (event: Event) =>
    event.target?.dispatchEvent(pageTo(layer, Math.max(0, to)));
  const what = layer < 0 ? 'inputs' : 'units';
  return html`<div class="pager" style="left:${x}px">
    <span>${first + 1}–${first + count} of ${units}</span>
    <button
      class="earlier"
      aria-label="Earlier ${what}"
      aria-disabled=${first === 0}
      @click=${show(first === 0 ? 0 : first - mostUnits)}
    >
      ${chevronIcon}
    </button>
    <button
      aria-label="Later ${what}"
      aria-disabled=${first + count >= units}
      @click=${show(first + count >= units ? first : first + mostUnits)}
    >
      ${chevronIcon}
    </button>
  </div>`;
}

const pageTo = (layer: number, first: number): PageEvent =>
  new CustomEvent('page', { detail: { layer, first }, bubbles: true, composed: true });
