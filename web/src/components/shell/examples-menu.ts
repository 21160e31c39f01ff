// SPDX-License-Identifier: MIT
import { html, nothing, unsafeCSS } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import type { Example } from '../../examples/examples.ts';
import type { PlaygroundEvent } from '../../playground/playground.ts';
import { shared } from '../../styles/shared.ts';
import { chevronIcon } from '../controls/icons.ts';
import { PlaygroundElement } from '../base/playground-element.ts';
import styles from './examples-menu.css?inline';

/** The menu of examples. */
@customElement('fall-line-examples')
export class ExamplesMenu extends PlaygroundElement {
  static override styles = [shared, unsafeCSS(styles)];
  protected override readonly watches: readonly PlaygroundEvent[] = ['settings'];
  @state() private open = false;

  override connectedCallback(): void {
    super.connectedCallback();
    document.addEventListener('pointerdown', this.#pressElsewhere);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    document.removeEventListener('pointerdown', this.#pressElsewhere);
  }

  override render() {
    return html`<div @keydown=${this.#key} @focusout=${this.#leave}>
      <button aria-expanded=${this.open} aria-controls="panel" @click=${this.#toggle}>
        Examples ${chevronIcon}
      </button>
      <div class="panel" id="panel" ?hidden=${!this.open}>
        ${this.open ? this.playground.examples.map((example) => this.#item(example)) : nothing}
      </div>
    </div>`;
  }

  #item(example: Example) {
    const current = example.id === this.playground.settings.example;
    return html`<button
      aria-current=${current ? 'true' : nothing}
      @click=${() => this.#choose(example)}
    >
      <b>${example.title}</b><span>${example.line}</span>
    </button>`;
  }

  async #toggle(): Promise<void> {
    await this.playground.loadDeferred();
    this.open = !this.open;
  }

  #choose(example: Example): void {
    this.#close();
    void this.playground.showExample(example);
  }

  #close(): void {
    this.open = false;
    this.renderRoot.querySelector('button')?.focus();
  }

  #key(event: KeyboardEvent): void {
    if (!this.open) return;
    if (event.key === 'Escape') this.#close();
    const way = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (way === undefined) return;
    event.preventDefault();
    const buttons = [...this.renderRoot.querySelectorAll('button')];
    const here = buttons.findIndex((button) => button.matches(':focus'));
    buttons.at((here + way) % buttons.length)?.focus();
  }

  #leave(event: FocusEvent): void {
    if (!(event.currentTarget as HTMLElement).contains(event.relatedTarget as Node | null)) {
      this.open = false;
    }
  }

  /** Closes the menu. Browsers differ on whether a click moves the focus. */
  readonly #pressElsewhere = (event: Event): void => {
    if (!event.composedPath().includes(this)) this.open = false;
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'fall-line-examples': ExamplesMenu;
  }
}
