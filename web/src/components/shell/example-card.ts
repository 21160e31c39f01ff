// SPDX-License-Identifier: MIT
import { html, nothing, unsafeCSS } from 'lit';
import { customElement } from 'lit/decorators.js';
import type { Example } from '../../examples/examples.ts';
import { msg } from '../../language/message.ts';
import type { PlaygroundEvent } from '../../playground/playground.ts';
import { shared } from '../../styles/shared.ts';
import { openChooser } from '../choosing/open-chooser.ts';
import { removeIcon } from '../controls/icons.ts';
import { PlaygroundElement } from '../base/playground-element.ts';
import styles from './example-card.css?inline';

/** The text of the current example, buttons for its states, and the way to the lessons. */
@customElement('fall-line-example')
export class ExampleCard extends PlaygroundElement {
  static override styles = [shared, unsafeCSS(styles)];
  protected override readonly watches: readonly PlaygroundEvent[] = ['settings'];

  override render() {
    const { example } = this.playground;
    if (!example) return nothing;
    return html`<section class="card" aria-labelledby="title">
      <h2 id="title">${example.title}</h2>
      <div class="ways">
        <button class="outlined" @click=${() => this.playground.openStep()}>
          ${msg('Start the lessons')}
        </button>
        <button class="outlined help" @click=${() => openChooser(this.playground)}>
          ${msg('Help me choose')}
        </button>
        <button
          aria-label=${msg('Close')}
          title=${msg('Close')}
          @click=${() => this.playground.closeExample()}
        >
          ${removeIcon}
        </button>
      </div>
      <p>${example.text}</p>
      ${example.states.length > 1 ? this.#states(example) : nothing}
      ${this.playground.exampleState < 0 ? this.#changed(example) : nothing}
    </section>`;
  }

  #changed(example: Example) {
    return html`<p class="changed">
      ${msg('You have changed this race, so the text may no longer describe it.')}
      <button class="outlined" @click=${() => this.playground.showExample(example)}>
        ${msg('Restore the example')}
      </button>
    </p>`;
  }

  #states(example: Example) {
    const current = this.playground.exampleState;
    return html`<div class="states" role="group" aria-label=${msg('Races to compare')}>
      ${example.states.map(
        ({ label }, state) =>
          html`<button
            class="outlined"
            aria-pressed=${state === current}
            @click=${() => this.playground.showExample(example, state)}
          >
            ${label}
          </button>`,
      )}
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'fall-line-example': ExampleCard;
  }
}
