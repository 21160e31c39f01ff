// SPDX-License-Identifier: MIT
import { html, svg } from 'lit';
import { racerStyle } from '../../chart/racer-style.ts';

/** A sample of the racer's line, with its colour and dash, to be shown beside its name. */
export function racerSwatch(slot: number) {
  const { colour, dash } = racerStyle(slot);
  return html`<svg class="swatch" width="26" height="12" viewBox="0 0 26 12" aria-hidden="true">
    ${svg`<line x1="1" y1="6" x2="25" y2="6" stroke="var(${colour})" stroke-width="3"
      stroke-dasharray=${dash.join(' ')} stroke-linecap=${dash.length > 0 ? 'butt' : 'round'} />`}
  </svg>`;
}
