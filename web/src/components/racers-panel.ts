// SPDX-License-Identifier: MIT
import { css, html } from 'lit';
import { customElement } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { shared } from '../styles/shared.ts';
import { addIcon } from './icons.ts';
import { PlaygroundElement } from './playground-element.ts';
import './racer-card.ts';

/** Who races. The cards keep their places; the results below the pictures say who leads. */
@customElement('fall-line-racers')
export class RacersPanel extends PlaygroundElement {
  static override styles = [
    shared,
    css`
      h2 {
        margin: 4px 4px 8px;
      }
      .stack {
        display: grid;
        gap: 8px;
      }
      .add {
        width: 100%;
        margin-top: 8px;
        min-height: 40px;
        border: 1px dashed var(--edge);
      }
    `,
  ];

  override render() {
    return html`<h2>Racers</h2>
      <div class="stack">
        ${repeat(
          this.playground.settings.racers,
          ({ key }) => key,
          (racer) =>
            html`<fall-line-racer
              .playground=${this.playground}
              .racer=${racer}
            ></fall-line-racer>`,
        )}
      </div>
      <button class="add" @click=${() => this.playground.addRacer()}>
        ${addIcon} Add a racer
      </button>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'fall-line-racers': RacersPanel;
  }
}
