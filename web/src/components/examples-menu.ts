// SPDX-License-Identifier: MIT
import { css, html, nothing } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { type Example, examples } from '../examples/examples.ts';
import { shared } from '../styles/shared.ts';
import { chevronIcon } from './icons.ts';
import { PlaygroundElement } from './playground-element.ts';

/** Races worth seeing, each with what to look for. */
@customElement('fall-line-examples')
export class ExamplesMenu extends PlaygroundElement {
  static override styles = [
    shared,
    css`
      @media (min-width: 720px) {
        :host {
          position: relative;
        }
      }
      .panel {
        position: absolute;
        z-index: 20;
        top: calc(100% + 8px);
        right: 0;
        width: min(420px, calc(100vw - 24px));
        max-height: calc(100vh - 90px);
        overflow: auto;
        padding: 8px;
        border: 1px solid var(--line);
        border-radius: var(--radius);
        background: var(--card);
        box-shadow: var(--shadow);
      }
      .panel button {
        display: block;
        width: 100%;
        padding: 8px 12px;
        text-align: left;
      }
      .panel b {
        display: block;
        font-weight: 600;
      }
      .panel span {
        color: var(--ink-2);
        font-size: 13px;
      }
    `,
  ];
  @state() private open = false;

  override render() {
    return html`<div @keydown=${this.#key} @focusout=${this.#leave}>
      <button
        aria-expanded=${this.open}
        aria-controls="panel"
        @click=${() => (this.open = !this.open)}
      >
        Examples ${chevronIcon}
      </button>
      <div class="panel" id="panel" ?hidden=${!this.open}>
        ${
          this.open
            ? examples.map(
                (example) =>
                  html`<button @click=${() => this.#choose(example)}>
                    <b>${example.title}</b><span>${example.text}</span>
                  </button>`,
              )
            : nothing
        }
      </div>
    </div>`;
  }

  async #choose(example: Example): Promise<void> {
    this.open = false;
    this.playground.example = example;
    await this.playground.openLink(example.link);
  }

  #key(event: KeyboardEvent): void {
    if (event.key !== 'Escape' || !this.open) return;
    this.open = false;
    this.shadowRoot?.querySelector('button')?.focus();
  }

  #leave(event: FocusEvent): void {
    if (!(event.currentTarget as HTMLElement).contains(event.relatedTarget as Node | null)) {
      this.open = false;
    }
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'fall-line-examples': ExamplesMenu;
  }
}
