// SPDX-License-Identifier: MIT
import { html, LitElement, nothing, unsafeCSS } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { LossPlot } from '../../chart/loss-plot.ts';
import type { Reading } from '../../chart/reading.ts';
import { threeDigits } from '../../format/number.ts';
import { shared } from '../../styles/shared.ts';
import { racerSwatch } from '../controls/racer-swatch.ts';

export { abscissasOf, readingAt, readingOfPast } from '../../chart/reading.ts';
import styles from './chart-reading.css?inline';

/** Marks all racers at one abscissa of the surrounding chart. Lists their values where the reader points. */
@customElement('fall-line-reading')
export class ChartReading extends LitElement {
  static override styles = [shared, unsafeCSS(styles)];
  @property({ attribute: false }) plot!: LossPlot;
  @property({ attribute: false }) reading!: Reading;
  /** Whether the reader points there. */
  @property({ type: Boolean }) pointed = false;

  override render() {
    const { plot, reading } = this;
    const { top, bottom, left, right } = plot.area;
    const x = plot.pixelOf({ x: reading.x, y: 1 }).x;
    const side = x > (left + right) / 2 ? `right:calc(100% - ${x - 12}px)` : `left:${x + 12}px`;
    return html`<div class="cursor" style="left:${x}px;top:${top}px;height:${bottom - top}px"></div>
      ${reading.rows.map(({ point, colour }) => {
        const at = plot.pixelOf(point);
        return html`<span
          class="dot"
          style="left:${at.x}px;top:${at.y}px;background:var(${colour})"
        ></span>`;
      })}
      ${this.pointed ? this.#list(side) : nothing}`;
  }

  #list(side: string) {
    const { title, rows } = this.reading;
    return html`<div class="reading" style=${side}>
      <span class="quiet">${title}</span>
      ${rows.map(
        ({ slot, name, point }) =>
          html`<div>${racerSwatch(slot)}<span>${name}</span><b>${threeDigits(point.y)}</b></div>`,
      )}
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'fall-line-reading': ChartReading;
  }
}
