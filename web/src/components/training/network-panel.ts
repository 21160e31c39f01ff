// SPDX-License-Identifier: MIT
import { html, nothing, unsafeCSS } from 'lit';
import { customElement } from 'lit/decorators.js';
import type { Hyperparameter, SettingValue } from '../../../../wasm/types.ts';
import { fits, fittingChoices, offeredChoices } from '../../catalog/fitting-choices.ts';
import { msg, plural } from '../../language/message.ts';
import { setNetwork } from '../../playground/problem.ts';
import { shared } from '../../styles/shared.ts';
import { LazyElements } from '../base/lazy-elements.ts';
import { PlaygroundElement } from '../base/playground-element.ts';
import '../controls/setting-control.ts';
import type { SettingEvent } from '../controls/setting-control.ts';
import styles from './network-panel.css?inline';

type GroupedRow = [group: 'network' | 'problem', row: Hyperparameter];

/** Only the structure is in view. Fractions, penalties, and switches are in a closed section. */
function inView({ kind }: Hyperparameter): boolean {
  return kind === 'integers' || kind === 'choice' || kind === 'integer';
}

/** The settings of the network and of training: layers, activation, loss, weights, mini-batch. */
@customElement('fall-line-network')
export class NetworkPanel extends PlaygroundElement {
  static override styles = [shared, unsafeCSS(styles)];

  readonly #activations = new LazyElements(this, () => import('./layer-activations.ts'));

  override render() {
    const { catalog, settings } = this.playground;
    const data = catalog.datasets.find(({ id }) => id === settings.dataset.id);
    const rows: GroupedRow[] = [
      ...catalog.settings.network
        .filter((row) => fits(catalog, row, settings.dataset.id))
        .map((row): GroupedRow => ['network', row]),
      ...catalog.settings.problem.map((row): GroupedRow => ['problem', row]),
    ];
    return html`<div class="card">
      <h2>${msg('Network and training')}</h2>
      <p class="quiet">
        ${plural(data?.inputs ?? 0, '{n} input → hidden layers → output', '{n} inputs → hidden layers → output')}
      </p>
      ${rows.filter(([, row]) => inView(row)).map((pair) => this.#control(...pair))}
      <details @toggle=${() => this.requestUpdate()}>
        <summary>${msg('More settings of the training')}</summary>
        ${
          this.renderRoot.querySelector('details')?.open && this.#activations.ready
            ? html`<fall-line-layer-activations
                .playground=${this.playground}
              ></fall-line-layer-activations>`
            : nothing
        }
        ${rows.filter(([, row]) => !inView(row) && row.kind !== 'text').map((pair) => this.#control(...pair))}
      </details>
    </div>`;
  }

  #control(...[group, row]: GroupedRow) {
    const { catalog, settings } = this.playground;
    const value = settings[group][row.id];
    const choices = offeredChoices(fittingChoices(catalog, row, settings.dataset.id), value);
    return html`<fall-line-setting
      .row=${row}
      .value=${value}
      .choices=${choices}
      @setting=${({ detail }: SettingEvent) => this.#set(group, { [detail.id]: detail.value })}
    ></fall-line-setting>`;
  }

  #set(group: GroupedRow[0], change: Record<string, SettingValue>): Promise<void> {
    const { playground } = this;
    return group === 'network' ? setNetwork(playground, change) : playground.set(group, change);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'fall-line-network': NetworkPanel;
  }
}
