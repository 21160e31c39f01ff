// SPDX-License-Identifier: MIT
import { html, nothing, unsafeCSS } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { msg } from '../../language/message.ts';
import { type RacerSettings, scheduleRows, unscheduled } from '../../model/settings.ts';
import { chooseSchedule, setSchedule } from '../../playground/racers.ts';
import { shared } from '../../styles/shared.ts';
import { guideOf, guideStyles } from '../controls/guide.ts';
import { PlaygroundElement } from '../base/playground-element.ts';
import './rate-drawing.ts';
import '../controls/setting-control.ts';
import type { SettingEvent } from '../controls/setting-control.ts';
import styles from './racer-schedule.css?inline';

/** A racer's learning-rate schedule, its settings, and a drawing of it. */
@customElement('fall-line-racer-schedule')
export class RacerSchedule extends PlaygroundElement {
  static override styles = [shared, guideStyles, unsafeCSS(styles)];
  @property({ attribute: false }) racer!: RacerSettings;
  /** The current learning rate. The drawing uses it from the start, even if it was changed later. */
  @property({ attribute: false }) learningRate = 1;

  override render() {
    const { playground, racer, learningRate } = this;
    const { catalog } = playground;
    const { id, values } = racer.schedule;
    const entry = catalog.schedules.find((schedule) => schedule.id === id);
    return html`<label
        ><span>${msg('Learning-rate schedule')}</span>
        <select @change=${this.#choose}>
          ${catalog.schedules.map(
            (each) =>
              html`<option value=${each.id} ?selected=${each.id === id}>${each.name}</option>`,
          )}
        </select>
      </label>
      ${scheduleRows(catalog, id).map(
        (row) =>
          html`<fall-line-setting
            .row=${row}
            .value=${values[row.id]}
            @setting=${({ detail }: SettingEvent) => setSchedule(playground, racer.key, { [detail.id]: detail.value })}
          ></fall-line-setting>`,
      )}
      ${
        entry?.listens
          ? html`<p>
              ${msg('This schedule depends on the losses. Choose “learning rate” in the chart to watch it during the race.')}
            </p>`
          : html`<fall-line-rate
              .playground=${playground}
              .racer=${racer}
              .learningRate=${learningRate}
            ></fall-line-rate>`
      }
      <p>${entry?.summary}</p>
      ${entry && id !== unscheduled(catalog).id ? guideOf(entry) : nothing}`;
  }

  #choose(event: Event): void {
    const { value } = event.target as HTMLSelectElement;
    void chooseSchedule(this.playground, this.racer.key, value);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'fall-line-racer-schedule': RacerSchedule;
  }
}
