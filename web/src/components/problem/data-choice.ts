// SPDX-License-Identifier: MIT
import { html, nothing, unsafeCSS } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import type { DatasetEntry, Hyperparameter } from '../../../../wasm/types.ts';
import type { Sample } from '../../engine/messages.ts';
import { msg, rich } from '../../language/message.ts';
import { chooseDataset, setDataset } from '../../playground/problem.ts';
import { missingClasses } from '../../model/missing-classes.ts';
import type { OwnEntry } from '../../model/own-samples.ts';
import { component, datasetRows } from '../../model/settings.ts';
import { shared } from '../../styles/shared.ts';
import { thumbs } from '../../styles/thumbs.ts';
import './dataset-thumbnail.ts';
import { guideOf, guideStyles } from '../controls/guide.ts';
import { LazyElements } from '../base/lazy-elements.ts';
import { openOwnData } from '../data/open-own-data.ts';
import { openDrawing } from '../drawing/open-drawing.ts';
import { PlaygroundElement } from '../base/playground-element.ts';
import '../controls/setting-control.ts';
import type { SettingEvent } from '../controls/setting-control.ts';
import styles from './data-choice.css?inline';

const rowsInView = 2;

/** Whether the reader writes it. Its picture would take a part of the engine that a first visit does without. */
const isWritten = (rows: readonly Hyperparameter[]): boolean =>
  rows.some(({ kind }) => kind === 'text');

/** The choice of the data set, and its settings. */
@customElement('fall-line-data-choice')
export class DataChoice extends PlaygroundElement {
  static override styles = [shared, thumbs, guideStyles, unsafeCSS(styles)];
  /** Whether the real data sets are shown. */
  @state() private real = false;
  readonly #realChoice = new LazyElements(this, () => import('./real-choice.ts'));
  readonly #keeping = new LazyElements(this, () => import('../data/keep-data.ts'));
  @state() private samples = new Map<string, Sample>();

  override async firstUpdated(): Promise<void> {
    const { catalog, inquiry } = this.playground;
    for (const { id, hyperparameters } of catalog.datasets) {
      if (isWritten(hyperparameters)) continue;
      const sample = await inquiry.ask('sample', component(id, hyperparameters));
      if (sample) this.samples = new Map(this.samples).set(id, sample);
    }
  }

  override render() {
    const { catalog, settings } = this.playground;
    const chosen: (DatasetEntry & Partial<OwnEntry>) | undefined = catalog.datasets.find(
      ({ id }) => id === settings.dataset.id,
    );
    const rows = datasetRows(catalog, settings.dataset.id);
    return html`<div class="thumbs" role="radiogroup" aria-label=${msg('Data set')}>
        ${catalog.datasets.map((entry) => this.#thumbnail(entry))}
      </div>
      <details @toggle=${(event: Event) => (this.real = (event.target as HTMLDetailsElement).open)}>
        <summary>${msg('Real data')}</summary>
        ${
          this.real && this.#realChoice.ready
            ? html`<fall-line-real-choice .playground=${this.playground}></fall-line-real-choice>`
            : nothing
        }
      </details>
      <div class="own">
        <button class="outlined" @click=${() => openOwnData(this.playground)}>
          ${msg('Your own data…')}
        </button>
        <button class="outlined" @click=${() => openDrawing(this.playground)}>
          ${chosen?.drawn ? msg('Edit the points…') : msg('Draw data…')}
        </button>
      </div>
      <p class="about"><b>${chosen?.name}.</b> ${chosen?.summary} ${this.#source(chosen)}</p>
      ${this.#keep(chosen)}
      <div role="status">
        ${this.#missing().map((sentence) => html`<p class="missing">${sentence}</p>`)}
      </div>
      ${chosen ? guideOf(chosen) : nothing}
      ${rows.slice(0, rowsInView).map((row) => this.#control(row))}
      ${
        rows.length > rowsInView
          ? html`<details>
              <summary>${msg('More settings of the data')}</summary>
              ${rows.slice(rowsInView).map((row) => this.#control(row))}
            </details>`
          : nothing
      }`;
  }

  /** Where a real data set is from. */
  #source(entry: Partial<OwnEntry> | undefined) {
    if (!entry?.source) return nothing;
    const { text, url, licence } = entry.source;
    return rich('Source: {source}. Licence: {licence}.', {
      source: html`<a href=${url} target="_blank" rel="noopener">${text}</a>`,
      licence: html`<a href=${licence.url} target="_blank" rel="noopener">${licence.name}</a>`,
    });
  }

  /** Whether the reader's own data stay on this device. */
  #keep(entry: Partial<OwnEntry> | undefined) {
    if (!entry?.table || !this.#keeping.ready) return nothing;
    return html`<fall-line-keep-data .entry=${entry.id}></fall-line-keep-data>`;
  }

  #missing(): string[] {
    const { data } = this.playground.race;
    return data ? missingClasses(data) : [];
  }

  #control(row: Hyperparameter) {
    const value = this.playground.settings.dataset.values[row.id];
    return html`<fall-line-setting
      .playground=${this.playground}
      .row=${row}
      .value=${value}
      @setting=${({ detail }: SettingEvent) => setDataset(this.playground, { [detail.id]: detail.value })}
    ></fall-line-setting>`;
  }

  #thumbnail({ id, name, task, hyperparameters, sample }: DatasetEntry & Partial<OwnEntry>) {
    const on = id === this.playground.settings.dataset.id;
    return html`<label class="thumb ${on ? 'on' : ''}" title=${name}>
      <input
        type="radio"
        name="dataset"
        aria-label=${name}
        .checked=${on}
        @change=${() => chooseDataset(this.playground, id)}
      />
      ${
        isWritten(hyperparameters)
          ? html`<span class="written" aria-hidden="true">ƒ</span>`
          : html`<fall-line-thumbnail
              .sample=${sample ?? this.samples.get(id)}
              .task=${task}
            ></fall-line-thumbnail>`
      }
    </label>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'fall-line-data-choice': DataChoice;
  }
}
