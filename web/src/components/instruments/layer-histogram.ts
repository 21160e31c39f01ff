// SPDX-License-Identifier: MIT
import { css, html, LitElement } from 'lit';
import { customElement, property, query } from 'lit/decorators.js';
import type { Histogram } from '../../../../wasm/types.ts';
import { HistogramPlot } from '../../chart/histogram-plot.ts';
import { threeDigits } from '../../format/number.ts';
import { plural } from '../../language/message.ts';
import { shared } from '../../styles/shared.ts';
import { ThemeController } from '../base/theme-controller.ts';

/** The histogram of one layer. */
@customElement('fall-line-histogram')
export class LayerHistogram extends LitElement {
  static override styles = [
    shared,
    css`
      .frame {
        position: relative;
        height: 90px;
      }
      canvas {
        display: block;
        font-family: var(--sans);
      }
      p {
        font-size: var(--text-tiny);
        color: var(--ink-2);
      }
    `,
  ];
  @property() name = '';
  /** The name of a custom property of the theme. */
  @property() colour = '';
  @property({ attribute: false }) histogram!: Histogram;
  @query('canvas') private canvas!: HTMLCanvasElement;
  #plot: HistogramPlot | undefined;

  constructor() {
    super();
    new ThemeController(this, () => this.#draw());
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#plot?.destroy();
    this.#plot = undefined;
  }

  override updated(): void {
    this.#plot ??= new HistogramPlot(this.canvas);
    this.#draw();
  }

  override render() {
    const { low, high, counts } = this.histogram;
    const count = counts.reduce((sum, some) => sum + some, 0);
    const label = plural(
      count,
      '{name}: {n} value from {low} to {high}',
      '{name}: {n} values from {low} to {high}',
      { name: this.name, low: threeDigits(low), high: threeDigits(high) },
    );
    return html`<p>${this.name}</p>
      <div class="frame"><canvas dir="ltr" role="img" aria-label=${label}></canvas></div>`;
  }

  #draw(): void {
    this.#plot?.draw(this.histogram, this.colour);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'fall-line-histogram': LayerHistogram;
  }
}
