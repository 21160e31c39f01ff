// SPDX-License-Identifier: MIT
import { css, html, LitElement, type PropertyValues } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { TableError } from '../../data/table-error.ts';
import { msg } from '../../language/message.ts';
import { told } from '../../language/phrase.ts';
import { forget, isKept, keep, keptChanges } from '../../playground/kept-data.ts';
import { shared } from '../../styles/shared.ts';

/** The choice to keep the reader's own data set on this device, or to remove it. */
@customElement('fall-line-keep-data')
export class KeepData extends LitElement {
  static override styles = [
    shared,
    css`
      label {
        display: flex;
        gap: var(--space-2);
        align-items: center;
        margin-top: var(--space-2);
      }
      p:not(:empty) {
        margin-top: var(--space-1);
        padding: var(--space-2);
        border-radius: var(--radius-small);
        background: var(--warn-soft);
        font-size: var(--text-small);
      }
    `,
  ];
  /** The id of the data set. */
  @property() entry = '';
  @state() private kept = false;
  @state() private error = '';

  override connectedCallback(): void {
    super.connectedCallback();
    keptChanges.addEventListener('change', this.#ask);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    keptChanges.removeEventListener('change', this.#ask);
  }

  override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('entry')) return;
    this.error = '';
    void this.#ask();
  }

  override render() {
    return html`<label>
        <input type="checkbox" .checked=${this.kept} @change=${this.#change} />
        ${msg('Keep on this device')}
      </label>
      <p role="alert">${this.error}</p>`;
  }

  readonly #ask = async (): Promise<void> => {
    const { entry } = this;
    const kept = await isKept(entry);
    if (entry === this.entry) this.kept = kept;
  };

  readonly #change = async (event: Event): Promise<void> => {
    const box = event.target as HTMLInputElement;
    this.error = '';
    try {
      await (box.checked ? keep : forget)(this.entry);
    } catch (error) {
      if (!(error instanceof TableError)) throw error;
      box.checked = false;
      this.error = told(error.phrase);
    }
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'fall-line-keep-data': KeepData;
  }
}
