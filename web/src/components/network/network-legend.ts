// SPDX-License-Identifier: MIT
import { html, LitElement, nothing, svg, unsafeCSS } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { DataView as SplitData } from '../../../../wasm/types.ts';
import { msg } from '../../language/message.ts';
import { isImage } from '../../pictures/images.ts';
import type { NetworkView } from '../../pictures/network/network-view.ts';
import type { Part } from '../../pictures/network/part.ts';
import { negativeDash } from '../../pictures/network/signs.ts';
import { shared } from '../../styles/shared.ts';
import styles from './network-legend.css?inline';

/** What the lines and pictures of a network mean, and what is left out. */
@customElement('fall-line-network-legend')
export class NetworkLegend extends LitElement {
  static override styles = [shared, unsafeCSS(styles)];
  @property({ attribute: false }) view!: NetworkView;
  @property({ attribute: false }) data!: SplitData;

  override render() {
    const { gap } = this.view.part;
    return html`${gap ? html`<p>${leftOut(gap)}</p>` : nothing}
      <ul aria-label=${msg('Legend')}>
        <li>${line(1)} ${msg('positive weight')}</li>
        <li>${line(-1)} ${msg('negative weight')}</li>
        <li>${dot(1)} ${msg('positive bias')}</li>
        <li>${dot(-1)} ${msg('negative bias')}</li>
      </ul>
      <p>
        ${meaningOf(this.data)}
        ${msg('Wider lines are stronger weights, relative to the strongest of their layer.')}
      </p>`;
  }
}

function leftOut({ from, to, hidden }: NonNullable<Part['gap']>): string {
  return from === to
    ? msg('Hidden layer {from} of {hidden} is left out.', { from, hidden })
    : msg('Hidden layers {from} to {to} of {hidden} are left out.', { from, to, hidden });
}

function meaningOf({ shape }: SplitData): string {
  if (isImage(shape))
    return msg(
      'A unit of the first layer shows its incoming weights as an image, striped where they are negative. Others show the weights from the left as bars, hollow where they are negative.',
    );
  if (shape.width > 2)
    return msg('A unit shows the weights from the left as bars, hollow where they are negative.');
  return shape.width === 2
    ? msg(
        'A unit shows its response to each point of the input plane, striped where it is negative.',
      )
    : msg('A unit shows its response to each value of the input, from the lowest to the highest.');
}

const colourOf = (sign: number): string => `var(${sign < 0 ? '--class-0' : '--class-1'})`;

function line(sign: number) {
  const dash = sign < 0 ? negativeDash.join(' ') : nothing;
  return html`<svg width="26" height="12" viewBox="0 0 26 12" aria-hidden="true">
    ${svg`<line x1="0" y1="6" x2="26" y2="6" stroke=${colourOf(sign)} stroke-width="3" stroke-dasharray=${dash} />`}
  </svg>`;
}

function dot(sign: number) {
  return html`<svg width="12" height="12" viewBox="0 0 12 12" aria-hidden="true">
    ${svg`<circle cx="6" cy="6" r="4" stroke=${colourOf(sign)} stroke-width="1.5" fill=${sign < 0 ? 'none' : colourOf(sign)} />`}
  </svg>`;
}

declare global {
  interface HTMLElementTagNameMap {
    'fall-line-network-legend': NetworkLegend;
  }
}
