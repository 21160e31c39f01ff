// SPDX-License-Identifier: MIT
import { css, html, LitElement } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { LossPlot } from '../../chart/loss-plot.ts';
import type { Reading } from '../../chart/reading.ts';
import { threeDigits } from '../../format/number.ts';
import { shared } from '../../styles/shared.ts';
import { racerSwatch } from '../controls/racer-swatch.ts';

export { abscissasOf, readingAt } from '../../chart/reading.ts';

/** Marks all racers at one abscissa of the surrounding chart, and lists their values. */
@customElement('fall-line-reading')
export class ChartReading extends LitElement {
  static override styles = [
    shared,
    css`
      :host {
        display: contents;
      }
      .cursor {
        position: absolute;
        width: 1px;
        background: var(--edge);
        pointer-events: none;
      }
      .reading {
        position: absolute;
        top: 12px;
        min-width: 150px;
        max-width: 70%;
        padding: 8px 12px;
        background: var(--card);
        border: 1px solid var(--line);
        border-radius: 8px;
        box-shadow: var(--shadow);
        font-size: 13px;
        pointer-events: none;
        z-index: 1;
      }
      .reading div {
        display: grid;
        grid-template-columns: 26px 1fr auto;
        gap: 8px;
        align-items: center;
      }
      .reading b {
        font-weight: 600;
      }
      .dot {
        position: absolute;
        width: 9px;
        height: 9px;
        margin: -4.5px;
        border-radius: 50%;
        border: 2px solid var(--card);
        pointer-events: none;
      }
    `,
  ];
  @property({ attribute: false }) plot!: LossPlot;
  @property({ attribute: false }) reading!: Reading;

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
      <div class="reading" style=${side}>
        <span class="quiet">${reading.title}</span>
        ${reading.rows.map(
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
