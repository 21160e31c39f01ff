// SPDX-License-Identifier: MIT
import { css, html, LitElement, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { Looks } from '../state/looks.ts';
import type { Playground } from '../state/playground.ts';
import { shared } from '../styles/shared.ts';
import './chart-card.ts';
import './live-status.ts';
import './notice-list.ts';
import './race-pictures.ts';
import './race-transport.ts';

/** The race in a frame: chart, pictures, and play. */
@customElement('fall-line-figure')
export class Figure extends LitElement {
  static override styles = [
    shared,
    css`
      main {
        display: grid;
        gap: 8px;
        padding: 8px;
        grid-template-columns: minmax(0, 1fr);
        --chart-height: clamp(150px, calc(100vh - 312px), 380px);
      }
      main.chart {
        --chart-height: clamp(160px, calc(100vh - 150px), 600px);
      }
    `,
  ];
  @property({ attribute: false }) playground!: Playground;
  @property({ attribute: false }) looks!: Looks;

  override render() {
    const { playground, looks } = this;
    const pictures = looks.ui !== 'chart' && !looks.hide.has('pictures');
    return html`<main class=${looks.ui}>
        <h1 class="hidden-words">Optimizers race on one network</h1>
        <fall-line-notices .playground=${playground}></fall-line-notices>
        <fall-line-transport compact .playground=${playground}></fall-line-transport>
        <fall-line-chart-card compact .playground=${playground}></fall-line-chart-card>
        ${pictures ? html`<fall-line-pictures compact .playground=${playground}></fall-line-pictures>` : nothing}
      </main>
      <fall-line-status .playground=${playground}></fall-line-status>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'fall-line-figure': Figure;
  }
}
