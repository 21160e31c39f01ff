// SPDX-License-Identifier: MIT
import { html, LitElement, nothing, unsafeCSS } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { Hyperparameter } from '../../../../wasm/types.ts';
import { msg } from '../../language/message.ts';
import { readTyped } from '../../model/typed-number.ts';
import { inDomain, requestFor } from '../../model/domain.ts';
import { shared } from '../../styles/shared.ts';
import { addIcon, removeIcon } from './icons.ts';
import styles from './layers-editor.css?inline';

const mostLayers = 8;
const firstUnits = 8;

/** An editor for a list of whole numbers, such as the units of every hidden layer. */
@customElement('fall-line-layers')
export class LayersEditor extends LitElement {
  static override styles = [shared, unsafeCSS(styles)];
  @property({ attribute: false }) row!: Hyperparameter;
  @property({ attribute: false }) value: readonly number[] = [];
  @state() private message = '';
  /** The layer that the message is about. */
  @state() private wrong = -1;

  override render() {
    const { value } = this;
    return html`<div class="chips" role="group" aria-label=${this.row.name}>
        ${value.map(
          (units, layer) =>
            html`<span class="chip">
              <input
                inputmode="numeric"
                aria-label=${msg('Units of layer {n}', { n: layer + 1 })}
                aria-invalid=${this.wrong === layer}
                .value=${String(units)}
                @change=${(event: Event) => this.#type(layer, event)}
              />
              <button
                aria-label=${msg('Remove layer {n}', { n: layer + 1 })}
                title=${msg('Remove this layer')}
                @click=${() => this.#emit(value.filter((_, index) => index !== layer))}
              >
                ${removeIcon}
              </button>
            </span>`,
        )}
        ${
          value.length < mostLayers
            ? html`<button
                class="add"
                @click=${() => this.#emit([...value, value[value.length - 1] ?? firstUnits])}
              >
                ${addIcon} ${msg('layer')}
              </button>`
            : nothing
        }
      </div>
      ${this.message ? html`<div class="message" role="alert">${this.message}</div>` : nothing}`;
  }

  #type(layer: number, event: Event): void {
    const text = (event.target as HTMLInputElement).value.trim();
    const units = readTyped(text, true, navigator.language);
    if (units === undefined || !Number.isInteger(units) || !inDomain(units, this.row.domain)) {
      this.message = msg('Layer {n}: {request}', {
        n: layer + 1,
        request: requestFor({ ...this.row, kind: 'integer' }),
      });
      this.wrong = layer;
      return;
    }
    this.#emit(this.value.map((old, index) => (index === layer ? units : old)));
  }

  #emit(value: number[]): void {
    this.message = '';
    this.wrong = -1;
    this.dispatchEvent(new CustomEvent('layers', { detail: value }));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'fall-line-layers': LayersEditor;
  }
}
