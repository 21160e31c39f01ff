// SPDX-License-Identifier: MIT
import { html, nothing, unsafeCSS } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { WrapperEntry } from '../../../../wasm/types.ts';
import { msg } from '../../language/message.ts';
import { type RacerSettings, wrapperRows } from '../../model/settings.ts';
import { addWrapper, removeWrapper, setWrapper } from '../../playground/racers.ts';
import { shared } from '../../styles/shared.ts';
import { guideOf, guideStyles } from '../controls/guide.ts';
import { PlaygroundElement } from '../base/playground-element.ts';
import '../controls/setting-control.ts';
import type { SettingEvent } from '../controls/setting-control.ts';
import styles from './racer-wrappers.css?inline';

/** A switch for each wrapper, with its settings while it is on. */
@customElement('fall-line-racer-wrappers')
export class RacerWrappers extends PlaygroundElement {
  static override styles = [shared, guideStyles, unsafeCSS(styles)];
  @property({ attribute: false }) racer!: RacerSettings;

  override render() {
    return this.playground.catalog.wrappers.map((entry) => this.#wrapper(entry));
  }

  #wrapper(entry: WrapperEntry) {
    const { id, name, summary, unfit } = entry;
    const { playground, racer } = this;
    const chosen = racer.wrappers.find((wrapper) => wrapper.id === id);
    const reason = unfit[racer.optimizer.id];
    return html`<label
        ><input
          type="checkbox"
          aria-describedby="about-${id}"
          .checked=${chosen !== undefined}
          ?disabled=${reason !== undefined && !chosen}
          @change=${() => (chosen ? removeWrapper : addWrapper)(playground, racer.key, id)}
        />${name}</label
      >
      <p id="about-${id}" ?hidden=${!chosen && reason === undefined}>
        ${reason === undefined ? summary : msg('Not available for this optimizer: it {why}.', { why: reason })}
      </p>
      ${chosen ? guideOf(entry) : nothing}
      ${
        chosen
          ? wrapperRows(playground.catalog, id).map(
              (row) =>
                html`<fall-line-setting
                  .row=${row}
                  .value=${chosen.values[row.id]}
                  @setting=${({ detail }: SettingEvent) => setWrapper(playground, racer.key, id, { [detail.id]: detail.value })}
                ></fall-line-setting>`,
            )
          : nothing
      }`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'fall-line-racer-wrappers': RacerWrappers;
  }
}
