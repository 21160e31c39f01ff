// SPDX-License-Identifier: MIT
import { html, LitElement, unsafeCSS } from 'lit';
import { customElement } from 'lit/decorators.js';
import { msg } from '../../language/message.ts';
import { shared } from '../../styles/shared.ts';
import styles from './bits-badge.css?inline';

/** A badge for a browser whose engine computes other bits than the tested builds. */
@customElement('fall-line-bits-badge')
export class BitsBadge extends LitElement {
  static override styles = [shared, unsafeCSS(styles)];

  override render() {
    return html`<p role="status">
      <b>${msg('Results may differ slightly in this browser.')}</b>
      ${msg('It rounds numbers differently from the browsers in which Fall Line is tested, so its curves may not match those of other readers.')}
    </p>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'fall-line-bits-badge': BitsBadge;
  }
}
