// SPDX-License-Identifier: MIT
import { html, nothing, unsafeCSS } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { msg } from '../../language/message.ts';
import { shared } from '../../styles/shared.ts';
import { LazyElements } from '../base/lazy-elements.ts';
import { PlaygroundElement } from '../base/playground-element.ts';
import styles from './microscope-card.css?inline';

/** A card that is closed at first, with the step microscope in it. */
@customElement('fall-line-microscope-card')
export class MicroscopeCard extends PlaygroundElement {
  static override styles = [shared, unsafeCSS(styles)];
  protected override readonly watches = [];
  @state() private open = false;
  readonly #inside = new LazyElements(this, () =>
    Promise.all([
      import('./step-microscope.ts'),
      import('../controls/rule-formula.ts'),
      this.playground.loadDeferred(),
    ]),
  );

  override render() {
    return html`<details class="card" @toggle=${this.#toggle}>
      <summary>
        <h2>${msg('One step in detail')}</h2>
        <span class="quiet">${msg('the formula with its numbers, for one parameter')}</span>
      </summary>
      ${
        this.open && this.#inside.ready
          ? html`<fall-line-microscope .playground=${this.playground}></fall-line-microscope>`
          : nothing
      }
    </details>`;
  }

  #toggle(event: Event): void {
    this.open = (event.target as HTMLDetailsElement).open;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'fall-line-microscope-card': MicroscopeCard;
  }
}
