// SPDX-License-Identifier: MIT
import { css, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { unsafeHTML } from 'lit/directives/unsafe-html.js';
import formulas from 'virtual:formulas';
import type { OptimizerEntry } from '../../../wasm/types.ts';
import { percent, threeDigits } from '../format/number.ts';
import type { Racer } from '../race/racer.ts';
import { lossAt } from '../race/ranking.ts';
import { racerSummary } from '../state/names.ts';
import type { PlaygroundEvent } from '../state/playground.ts';
import { optimizerRows, type RacerSettings } from '../state/settings.ts';
import { shared } from '../styles/shared.ts';
import { chevronIcon, copyIcon, removeIcon } from './icons.ts';
import { PlaygroundElement } from './playground-element.ts';
import { racerSwatch } from './racer-swatch.ts';
import './racer-notes.ts';
import './setting-control.ts';
import type { SettingEvent } from './setting-control.ts';

/** One racer: its line, name, and live numbers; opened, its optimizer and hyperparameters. */
@customElement('fall-line-racer')
export class RacerCard extends PlaygroundElement {
  static override styles = [
    shared,
    css`
      .card {
        padding: 0;
      }
      .off {
        opacity: 0.6;
      }
      .head {
        display: grid;
        grid-template-columns: 26px minmax(0, 1fr) auto 20px;
        gap: 0 8px;
        width: 100%;
        padding: 12px;
        text-align: left;
        font: inherit;
        border-radius: var(--radius);
      }
      .name {
        font-weight: 600;
        overflow-wrap: anywhere;
      }
      .loss {
        font: 600 14px var(--mono);
        text-align: right;
      }
      .bad {
        color: var(--warn);
      }
      .meta {
        grid-column: 2 / 4;
        display: flex;
        justify-content: space-between;
        gap: 8px;
        font-size: 13px;
        color: var(--ink-2);
      }
      .meta span {
        white-space: nowrap;
      }
      .meta > :first-child {
        white-space: normal;
      }
      .chevron {
        grid-column: 4;
        grid-row: 1 / 3;
        align-self: center;
        color: var(--ink-2);
        transition: transform 0.15s;
      }
      [aria-expanded='true'] .chevron {
        transform: rotate(180deg);
      }
      .body {
        padding: 4px 12px 12px;
      }
      .body > fall-line-setting {
        margin-top: 6px;
      }
      .body > label {
        display: block;
      }
      .body select.optimizer {
        width: 100%;
        min-height: 34px;
      }
      .formula {
        margin: 8px 0;
        padding: 8px 12px;
        border-radius: 8px;
        background: var(--soft);
        overflow-x: auto;
      }
      math {
        margin: 4px 0;
        text-align: left;
      }
      .about {
        margin-top: 8px;
        font-size: 13px;
        color: var(--ink-2);
      }
      .actions {
        display: flex;
        flex-wrap: wrap;
        gap: 4px;
        margin-top: 10px;
      }
      @media (prefers-reduced-motion: reduce) {
        .chevron {
          transition: none;
        }
      }
    `,
  ];
  protected override readonly watches: readonly PlaygroundEvent[] = [
    'settings',
    'state',
    'numbers',
  ];
  @property({ attribute: false }) racer!: RacerSettings;
  @state() private open = false;

  override render() {
    const { racer } = this;
    const live = this.playground.racer(racer.key);
    const entry = this.playground.catalog.optimizers.find(({ id }) => id === racer.optimizer.id);
    return html`<div class="card ${racer.on ? '' : 'off'}">
      <button class="head" aria-expanded=${this.open} @click=${() => (this.open = !this.open)}>
        ${racerSwatch(racer.slot)}
        <span class="name">${this.playground.names.get(racer.key)}</span>
        ${this.#loss(live)}
        <span class="chevron">${chevronIcon}</span>
        <span class="meta"
          ><span>${this.#summary(live)}</span>
          <span
            >${live ? percent(live.curve.last('testAccuracy')).replace('–', '') : ''}</span
          ></span
        >
      </button>
      ${
        live
          ? html`<fall-line-racer-notes
              .playground=${this.playground}
              .racer=${live}
            ></fall-line-racer-notes>`
          : nothing
      }
      ${this.open && entry ? this.#body(entry, live) : nothing}
    </div>`;
  }

  /** Breaks between the settings, not within. */
  #summary(live: Racer | undefined) {
    return racerSummary(this.playground.catalog, live?.current ?? this.racer.optimizer)
      .split(' · ')
      .map((setting, index) => html`${index > 0 ? ' · ' : ''}<span>${setting}</span>`);
  }

  #loss(live: Racer | undefined) {
    if (!this.racer.on) return html`<span class="loss quiet">off</span>`;
    switch (live?.status) {
      case 'diverged':
      case 'refused':
      case 'failed':
        return html`<span class="loss bad">${live.status}</span>`;
      case 'running':
      case 'reached':
      case 'converged':
        return html`<span class="loss">${threeDigits(lossAt(live, live.curve.length - 1))}</span>`;
      default:
        return html`<span class="loss quiet">–</span>`;
    }
  }

  #body(entry: OptimizerEntry, live: Racer | undefined) {
    const { racer, playground } = this;
    const values = live?.current.values ?? racer.optimizer.values;
    const { title, authors, year, url } = entry.paper;
    return html`<div class="body">
      <label
        ><span class="hidden-words">Optimizer</span>
        <select class="optimizer" @change=${this.#choose}>
          ${this.#optimizers()}
        </select>
      </label>
      ${formulas[entry.id] ? html`<div class="formula" tabindex="0" role="group" aria-label="Update rule">${unsafeHTML(formulas[entry.id])}</div>` : nothing}
      ${optimizerRows(playground.catalog, entry.id).map(
        (row) =>
          html`<fall-line-setting
            .row=${row}
            .value=${values[row.id]}
            @setting=${({ detail }: SettingEvent) => playground.setHyperparameter(racer.key, detail.id, detail.value)}
          ></fall-line-setting>`,
      )}
      <p class="about">
        ${entry.summary} ${entry.notes} <a href=${url} target="_blank" rel="noopener">${title}</a>,
        ${authors}, ${year}.
      </p>
      <div class="actions">
        <button class="outlined" @click=${() => playground.addRacer(racer)}>
          ${copyIcon} Duplicate
        </button>
        <button class="outlined" @click=${() => playground.switchRacer(racer.key, !racer.on)}>
          ${racer.on ? 'Switch off' : 'Switch on'}
        </button>
        <button class="outlined" @click=${() => playground.removeRacer(racer.key)}>
          ${removeIcon} Remove
        </button>
      </div>
    </div>`;
  }

  #optimizers() {
    const { optimizers } = this.playground.catalog;
    const families = [...new Set(optimizers.map(({ family }) => family))];
    return families.map(
      (family) =>
        html`<optgroup label=${family}>
          ${optimizers
            .filter((entry) => entry.family === family)
            .map(
              ({ id, name }) =>
                html`<option value=${id} ?selected=${id === this.racer.optimizer.id}>
                  ${name}
                </option>`,
            )}
        </optgroup>`,
    );
  }

  #choose(event: Event): void {
    void this.playground.chooseOptimizer(this.racer.key, (event.target as HTMLSelectElement).value);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'fall-line-racer': RacerCard;
  }
}
