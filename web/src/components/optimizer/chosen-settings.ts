// SPDX-License-Identifier: MIT
import { html, nothing, unsafeCSS } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { optimizerRows } from '../../model/settings.ts';
import type { SettingName } from '../../page/parts.ts';
import { shared } from '../../styles/shared.ts';
import { PlaygroundElement } from '../base/playground-element.ts';
import { racerSwatch } from '../controls/racer-swatch.ts';
import '../controls/setting-control.ts';
import type { SettingEvent } from '../controls/setting-control.ts';
import styles from './chosen-settings.css?inline';

/** A setting that an author shows. `locked`: why it can't be changed, if so. */
export interface ChosenSetting extends SettingName {
  readonly locked: string;
}

/** Single settings of racers that the author of a text shows beside a race. */
@customElement('fall-line-chosen-settings')
export class ChosenSettings extends PlaygroundElement {
  static override styles = [shared, unsafeCSS(styles)];
  @property({ attribute: false }) chosen: readonly ChosenSetting[] = [];

  override render() {
    return html`<div class="card">${this.chosen.map((setting) => this.#control(setting))}</div>`;
  }

  #control({ racer: place, id, locked }: ChosenSetting) {
    const { playground } = this;
    const { catalog, settings, names, race } = playground;
    const racer = settings.racers[place];
    const row = racer && optimizerRows(catalog, racer.optimizer.id).find((one) => one.id === id);
    if (!row) return nothing;
    return html`<div role="group" aria-label=${names.get(racer.key) ?? nothing}>
      <p>${racerSwatch(racer.slot)} <b>${names.get(racer.key)}</b></p>
      <fall-line-setting
        data-part=${id}
        .row=${row}
        .value=${race.optimizerOf(racer).values[id]}
        .locked=${locked}
        @setting=${({ detail }: SettingEvent) => playground.setHyperparameter(racer.key, detail.id, detail.value)}
      ></fall-line-setting>
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'fall-line-chosen-settings': ChosenSettings;
  }
}
