// SPDX-License-Identifier: MIT
import { html, type LitElement, nothing, type ReactiveController } from 'lit';
import { msg } from '../../language/message.ts';
import { removeIcon } from './icons.ts';

/** What a dialog shows. `name` is also its name for screen readers. */
interface Sheet {
  name: string;
  content: unknown;
  /** Its buttons and messages, or `nothing`. */
  foot: unknown;
  /** Whether it is as wide as two columns need. */
  wide?: boolean;
}

/**
 * The dialog in its host, which has `dialogStyles`. It opens when it is first drawn. Its button, Escape, and a
 * press beside it close it, which removes the host.
 */
export class Modal implements ReactiveController {
  readonly #host: LitElement;
  /** A dialog that is closing is still drawn for a moment, and must not open again. */
  #opened = false;

  constructor(host: LitElement) {
    this.#host = host;
    host.addController(this);
  }

  get #dialog(): HTMLDialogElement | null {
    return this.#host.renderRoot.querySelector('dialog');
  }

  hostUpdated(): void {
    if (!this.#opened) this.#dialog?.showModal();
    this.#opened = true;
  }

  readonly close = (): void => this.#dialog?.close();

  draw({ name, content, foot, wide = false }: Sheet) {
    return html`<dialog
      class=${wide ? 'wide' : ''}
      aria-labelledby="title"
      @close=${() => this.#host.remove()}
      @click=${this.#pressBeside}
    >
      <div class="sheet">
        <div class="head">
          <h2 id="title">${name}</h2>
          <button aria-label=${msg('Close')} title=${msg('Close')} @click=${this.close}>
            ${removeIcon}
          </button>
        </div>
        <div class="content">${content}</div>
        ${foot === nothing ? nothing : html`<div class="foot">${foot}</div>`}
      </div>
    </dialog>`;
  }

  /** A press on the backdrop counts as one on the dialog itself. */
  readonly #pressBeside = ({ target }: Event): void => {
    if (target === this.#dialog) this.close();
  };
}
