// SPDX-License-Identifier: MIT
import { html, nothing } from 'lit';
import { msg } from '../../language/message.ts';
import { type Column, mostUnits } from '../../pictures/network/part.ts';
import { chevronIcon } from '../controls/icons.ts';
import type { PageEvent } from './network-events.ts';

/** Under a column whose layer has more units: which are shown, and buttons to show others. */
export function pager({ layer, units, first, count }: Column, x: number) {
  if (units <= mostUnits) return nothing;
  const show = (to: number) => (event: Event) =>
    event.target?.dispatchEvent(pageTo(layer, Math.max(0, to)));
  const ofInputs = layer < 0;
  return html`<div class="pager" style="left:${x}px">
    <span
      >${msg('{first}–{last} of {all}', { first: first + 1, last: first + count, all: units })}</span
    >
    <button
      class="earlier"
      aria-label=${ofInputs ? msg('Earlier inputs') : msg('Earlier units')}
      aria-disabled=${first === 0}
      @click=${show(first === 0 ? 0 : first - mostUnits)}
    >
      ${chevronIcon}
    </button>
    <button
      aria-label=${ofInputs ? msg('Later inputs') : msg('Later units')}
      aria-disabled=${first + count >= units}
      @click=${show(first + count >= units ? first : first + mostUnits)}
    >
      ${chevronIcon}
    </button>
  </div>`;
}

const pageTo = (layer: number, first: number): PageEvent =>
  new CustomEvent('page', { detail: { layer, first }, bubbles: true, composed: true });
