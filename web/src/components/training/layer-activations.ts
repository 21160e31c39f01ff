// SPDX-License-Identifier: MIT
import { html, nothing, unsafeCSS } from 'lit';
import { customElement } from 'lit/decorators.js';
import { msg } from '../../language/message.ts';
import { hiddenActivations, namedActivations } from '../../model/hidden-activations.ts';
import { setNetwork } from '../../playground/problem.ts';
import { shared } from '../../styles/shared.ts';
import { PlaygroundElement } from '../base/playground-element.ts';
import styles from './layer-activations.css?inline';

/** A choice of the activation for each hidden layer. */
@customElement('fall-line-layer-activations')
export class LayerActivations extends PlaygroundElement {
  static override styles = [shared, unsafeCSS(styles)];

  override render() {
    const { catalog, settings } = this.playground;
    const row = catalog.settings.network.find(({ id }) => id === 'layerActivations');
    const { hidden } = settings.network;
    const layers = Array.isArray(hidden) ? hidden.length : 0;
    if (!row || layers === 0) return nothing;
    const chosen = hiddenActivations(settings, layers);
    return html`<fieldset>
      <legend>${row.name}</legend>
      <p class="quiet">${msg('Each hidden layer may have an activation of its own.')}</p>
      ${chosen.map(
        (activation, layer) =>
          html`<label>
            <span>${msg('Layer {n}', { n: layer + 1 })}</span>
            <select @change=${(event: Event) => this.#choose(chosen, layer, event)}>
              ${catalog.activations.map(
                ({ id, name }) =>
                  html`<option value=${id} ?selected=${id === activation}>${name}</option>`,
              )}
            </select>
          </label>`,
      )}
    </fieldset>`;
  }

  #choose(chosen: readonly string[], layer: number, event: Event): Promise<void> {
    const { value } = event.target as HTMLSelectElement;
    const { settings } = this.playground;
    const activations = chosen.map((activation, at) => (at === layer ? value : activation));
    return setNetwork(this.playground, {
      layerActivations: namedActivations(settings, activations),
    });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'fall-line-layer-activations': LayerActivations;
  }
}
