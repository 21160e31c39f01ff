// SPDX-License-Identifier: MIT
import { html, nothing, type PropertyValues, unsafeCSS } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import type { Hyperparameter } from '../../../../wasm/types.ts';
import { msg } from '../../language/message.ts';
import type { Component } from '../../model/settings.ts';
import { textFault, type TextFault, writtenOf } from '../../playground/text-fault.ts';
import { shared } from '../../styles/shared.ts';
import { PlaygroundElement } from '../base/playground-element.ts';
import styles from './text-field.css?inline';

/** A line of text for a setting of the problem, such as a formula. The engine says what is wrong with it, and where. */
@customElement('fall-line-text')
export class TextField extends PlaygroundElement {
  static override styles = [shared, unsafeCSS(styles)];
  @property({ attribute: false }) row!: Hyperparameter;
  @property({ attribute: false }) value = '';
  /** The text that is refused, and why. */
  @state() private refused: (TextFault & { text: string }) | undefined;
  @query('input') private input!: HTMLInputElement;
  /** What was asked about last. */
  #component: Component | undefined;
  #asked = 0;

  override render() {
    return html`<input
        type="text"
        aria-label=${this.row.name}
        aria-invalid=${this.refused !== undefined}
        aria-describedby="message"
        maxlength=${this.row.longest ?? nothing}
        spellcheck="false"
        autocapitalize="none"
        autocomplete="off"
        @change=${this.#type}
        @keydown=${this.#keepUndoOfText}
      />
      <div id="message" role="alert">${this.refused ? this.#message(this.refused) : nothing}</div>`;
  }

  /** The reason below the text, in which the character is marked. */
  #message({ text, column, what }: TextFault & { text: string }) {
    const characters = [...text];
    const at = (column ?? 0) - 1;
    return html`${
      column === undefined
        ? nothing
        : html`<code
            >${characters.slice(0, at).join('')}<mark>${characters[at] ?? ' '}</mark>${characters
              .slice(at + 1)
              .join('')}</code
          >`
    }
    ${
      column === undefined
        ? what
        : msg('Character {column}: {what}', { column: String(column), what })
    }${/[.?]$/.test(what) ? '' : '.'}`;
  }

  override updated(changed: PropertyValues): void {
    const component = writtenOf(this.playground.settings);
    if (!changed.has('value') && component === this.#component) return;
    this.#component = component;
    if (changed.has('value')) this.input.value = this.value;
    // A link may have brought a faulty text, or another setting no longer fits it.
    void this.#check(this.value);
  }

  /** Whether the engine accepts the text. Only the last question counts. */
  async #check(text: string): Promise<boolean> {
    const question = ++this.#asked;
    const fault = await textFault(this.playground, this.row.id, text).catch(() => undefined);
    if (question !== this.#asked) return false;
    this.refused = fault && { ...fault, text };
    return fault === undefined;
  }

  async #type(): Promise<void> {
    const text = this.input.value.trim();
    if (text === this.value) this.refused = undefined;
    if (text === this.value || !(await this.#check(text))) return;
    this.dispatchEvent(new CustomEvent('text', { detail: text }));
  }

  /** While the reader types, Ctrl+Z undoes typing and not the last change of settings. */
  #keepUndoOfText(event: KeyboardEvent): void {
    if (this.input.value !== this.value) event.stopPropagation();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'fall-line-text': TextField;
  }
}
