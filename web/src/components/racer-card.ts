// SPDX-License-Identifier: MIT
import { css, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { OptimizerEntry } from '../../../wasm/types.ts';
import { percent, threeDigits } from '../format/number.ts';
import type { Racer } from '../race/racer.ts';
import { lossAt } from '../race/ranking.ts';
import { racerSummary, surroundings } from '../state/names.ts';
import type { PlaygroundEvent } from '../state/playground.ts';
import { optimizerRows, type RacerSettings, takesRate } from '../state/settings.ts';
import { shared } from '../styles/shared.ts';
import { chevronIcon, copyIcon, removeIcon } from './icons.ts';
import type { OptimizerEvent } from './optimizer-list.ts';
import { Part } from './part.ts';
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
      /* Its numbers run: what they change stays within. What a control says may reach beyond. */
      :host {
        contain: layout style;
      }
      :host(:hover),
      :host(:focus-within) {
        z-index: 1;
      }
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
      .optimizer {
        width: 100%;
        min-height: 34px;
        justify-content: space-between;
        text-align: left;
      }
      fall-line-optimizers {
        margin: 4px 0 12px;
      }
      .about {
        margin-top: 8px;
        font-size: 13px;
        color: var(--ink-2);
      }
      .about summary {
        min-height: 24px;
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
  @state() private choosing = false;
  readonly #inside = new Part(this, () =>
    Promise.all([
      import('./optimizer-list.ts'),
      import('./racer-schedule.ts'),
      import('./racer-wrappers.ts'),
      import('./rule-formula.ts'),
      this.playground.learn(),
    ]),
  );

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
              @another=${this.#chooseAnother}
            ></fall-line-racer-notes>`
          : nothing
      }
      ${this.open && entry && this.#inside.ready ? this.#body(entry, live) : nothing}
    </div>`;
  }

  /** Breaks between the settings, not within. */
  #summary(live: Racer | undefined) {
    const { catalog } = this.playground;
    const rule = racerSummary(catalog, live?.current ?? this.racer.optimizer).split(' · ');
    return [...rule, ...surroundings(catalog, this.racer)]
      .filter((setting) => setting !== '')
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
    return html`<div class="body">
      <button
        class="outlined optimizer"
        aria-expanded=${this.choosing}
        @click=${() => (this.choosing = !this.choosing)}
      >
        <span><span class="hidden-words">Optimizer: </span>${entry.name}</span> ${chevronIcon}
      </button>
      ${
        this.choosing
          ? html`<fall-line-optimizers
              .playground=${playground}
              .chosen=${entry.id}
              @optimizer=${this.#choose}
              @dismiss=${this.#dismiss}
            ></fall-line-optimizers>`
          : nothing
      }
      <fall-line-formula .rule=${entry.id}></fall-line-formula>
      ${optimizerRows(playground.catalog, entry.id).map(
        (row) =>
          html`<fall-line-setting
            .row=${row}
            .value=${values[row.id]}
            @setting=${({ detail }: SettingEvent) => playground.setHyperparameter(racer.key, detail.id, detail.value)}
          ></fall-line-setting>`,
      )}
      ${
        takesRate(playground.catalog, entry.id)
          ? html`<fall-line-racer-schedule
              .playground=${playground}
              .racer=${racer}
              .learningRate=${Number(values.learningRate ?? racer.optimizer.values.learningRate)}
            ></fall-line-racer-schedule>`
          : nothing
      }
      <fall-line-racer-wrappers
        .playground=${playground}
        .racer=${racer}
      ></fall-line-racer-wrappers>
      ${this.#about(entry)}
      <div class="actions">
        <button class="outlined" @click=${() => playground.addRacer(entry.id, racer)}>
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

  /** The summary, and in one quiet line what a step costs; opened, where the rule comes from. */
  #about({ id, summary, cost, memory, notes, paper }: OptimizerEntry) {
    return html`<p class="about">
        ${summary} <a href="reference/${id}.html" target="_blank" rel="noopener">Reference</a>
      </p>
      <details class="about">
        <summary>A step: ${cost}; memory: ${memory}</summary>
        <p>
          ${notes} <a href=${paper.url} target="_blank" rel="noopener">${paper.title}</a>,
          ${paper.authors}, ${paper.year}.
        </p>
      </details>`;
  }

  #choose({ detail }: OptimizerEvent): void {
    this.#dismiss();
    void this.playground.chooseOptimizer(this.racer.key, detail);
  }

  #dismiss(): void {
    this.choosing = false;
    this.renderRoot.querySelector<HTMLElement>('.optimizer')?.focus();
  }

  #chooseAnother(): void {
    this.open = true;
    this.choosing = true;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'fall-line-racer': RacerCard;
  }
}
