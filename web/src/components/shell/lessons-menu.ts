// SPDX-License-Identifier: MIT
import { html, nothing, unsafeCSS } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { msg } from '../../language/message.ts';
import type { PlaygroundEvent } from '../../playground/playground.ts';
import { shared } from '../../styles/shared.ts';
import { chevronIcon } from '../controls/icons.ts';
import { LazyElements } from '../base/lazy-elements.ts';
import { PlaygroundElement } from '../base/playground-element.ts';
import styles from './lessons-menu.css?inline';

/** The button that opens the list of lessons. */
@customElement('fall-line-lessons')
export class LessonsMenu extends PlaygroundElement {
  static override styles = [shared, unsafeCSS(styles)];
  protected override readonly watches: readonly PlaygroundEvent[] = ['settings'];
  @state() private open = false;
  readonly #list = new LazyElements(this, () =>
    Promise.all([import('../lessons/lesson-list.ts'), this.playground.loadDeferred()]),
  );

  override connectedCallback(): void {
    super.connectedCallback();
    document.addEventListener('pointerdown', this.#pressElsewhere);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    document.removeEventListener('pointerdown', this.#pressElsewhere);
  }

  override render() {
    return html`<div
      @keydown=${this.#key}
      @focusout=${this.#leave}
      @chosen=${() => (this.open = false)}
    >
      <button
        data-reveals="lessons"
        aria-expanded=${this.open}
        aria-controls="panel"
        @click=${() => (this.open = !this.open)}
      >
        ${msg('Lessons')} ${chevronIcon}
      </button>
      <div class="panel" id="panel" ?hidden=${!this.open}>
        ${
          this.open && this.#list.ready
            ? html`<fall-line-lesson-list .playground=${this.playground}></fall-line-lesson-list>`
            : nothing
        }
      </div>
    </div>`;
  }

  #key(event: KeyboardEvent): void {
    if (!this.open || event.key !== 'Escape') return;
    this.open = false;
    this.renderRoot.querySelector('button')?.focus();
  }

  #leave(event: FocusEvent): void {
    if (!(event.currentTarget as HTMLElement).contains(event.relatedTarget as Node | null)) {
      this.open = false;
    }
  }

  /** Closes the list. Browsers differ on whether a click moves the focus. */
  readonly #pressElsewhere = (event: Event): void => {
    if (!event.composedPath().includes(this)) this.open = false;
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'fall-line-lessons': LessonsMenu;
  }
}
