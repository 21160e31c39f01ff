// SPDX-License-Identifier: MIT
import { html, nothing, unsafeCSS } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { msg } from '../../language/message.ts';
import { shared } from '../../styles/shared.ts';
import { addIcon } from '../controls/icons.ts';
import type { OptimizerEvent } from '../optimizer/optimizer-list.ts';
import { LazyElements } from '../base/lazy-elements.ts';
import { PlaygroundElement } from '../base/playground-element.ts';
import './racer-card.ts';
import styles from './racers-panel.css?inline';

/** The cards of all racers. They keep their order. The results table shows the ranking. */
@customElement('fall-line-racers')
export class RacersPanel extends PlaygroundElement {
  static override styles = [shared, unsafeCSS(styles)];
  @state() private adding = false;
  readonly #list = new LazyElements(this, () =>
    Promise.all([import('../optimizer/optimizer-list.ts'), this.playground.loadDeferred()]),
  );

  override render() {
    const { playground } = this;
    return html`<div class="head">
        <h2>${msg('Racers')}</h2>
        <button
          class="add outlined"
          aria-expanded=${this.adding}
          @click=${() => (this.adding = !this.adding)}
        >
          ${addIcon} ${msg('Add a racer')}
        </button>
      </div>
      ${
        this.adding && this.#list.ready
          ? html`<div class="card">
              <fall-line-optimizers
                .playground=${this.playground}
                @optimizer=${this.#add}
                @dismiss=${this.#dismiss}
              ></fall-line-optimizers>
            </div>`
          : nothing
      }
      <div class="stack">
        ${repeat(
          playground.settings.racers,
          ({ key }) => key,
          (racer) =>
            html`<fall-line-racer .playground=${playground} .racer=${racer}></fall-line-racer>`,
        )}
      </div>
      ${
        playground.settings.racers.length === 0
          ? html`<p class="quiet">${msg('No racers yet. Add a racer to start.')}</p>`
          : nothing
      }`;
  }

  #add({ detail }: OptimizerEvent): Promise<void> {
    this.#dismiss();
    return this.playground.addRacer(detail);
  }

  #dismiss(): void {
    this.adding = false;
    this.renderRoot.querySelector<HTMLElement>('.add')?.focus();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'fall-line-racers': RacersPanel;
  }
}
