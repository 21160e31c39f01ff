// SPDX-License-Identifier: MIT
import { html, nothing, unsafeCSS } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { percent, threeDigits } from '../../format/number.ts';
import { msg } from '../../language/message.ts';
import type { Racer } from '../../race/racer.ts';
import { decidingLoss } from '../../race/deciding-loss.ts';
import { lossAt } from '../../race/ranking.ts';
import { stateWord } from '../../race/state-word.ts';
import { nameParts, racerSummary, surroundings } from '../../model/names.ts';
import type { PlaygroundEvent } from '../../playground/playground.ts';
import type { RacerSettings } from '../../model/settings.ts';
import { shared } from '../../styles/shared.ts';
import { chevronIcon } from '../controls/icons.ts';
import { LazyElements } from '../base/lazy-elements.ts';
import { PlaygroundElement } from '../base/playground-element.ts';
import { racerSwatch } from '../controls/racer-swatch.ts';
import styles from './racer-card.css?inline';

/** A racer's card: its line, name, and live numbers. When open, also its optimizer and settings. */
@customElement('fall-line-racer')
export class RacerCard extends PlaygroundElement {
  static override styles = [shared, unsafeCSS(styles)];
  protected override readonly watches: readonly PlaygroundEvent[] = [
    'settings',
    'state',
    'numbers',
  ];
  @property({ attribute: false }) racer!: RacerSettings;
  @state() private open = false;
  @state() private choosing = false;
  readonly #inside = new LazyElements(this, () =>
    Promise.all([import('./racer-body.ts'), this.playground.loadDeferred()]),
  );
  readonly #notes = new LazyElements(this, () => import('./racer-notes.ts'));
  readonly #findings = new LazyElements(this, () => import('./racer-findings.ts'));

  override render() {
    const { racer } = this;
    const live = this.playground.race.shown.find(({ key }) => key === racer.key);
    const part = `racer ${this.playground.settings.racers.indexOf(racer) + 1}`;
    const noted = this.#refused ?? live;
    return html`<div class="card ${racer.on ? '' : 'off'}" data-part=${part}>
      <button class="head" aria-expanded=${this.open} @click=${this.#toggle}>
        ${racerSwatch(racer.slot)}
        <span class="name">${this.playground.names.get(racer.key)}</span>
        ${this.#loss(live)}
        <span class="chevron">${chevronIcon}</span>
        <span class="meta"
          ><span>${this.#summary()}</span>
          <span
            >${live ? percent(live.curve.last('testAccuracy')).replace('–', '') : ''}</span
          ></span
        >
      </button>
      ${
        noted && isNoteworthy(noted) && this.#notes.ready
          ? html`<fall-line-racer-notes
              .playground=${this.playground}
              .racer=${noted}
              @another=${this.#chooseAnother}
            ></fall-line-racer-notes>`
          : nothing
      }
      ${
        live && this.#rests(live) && this.#findings.ready
          ? html`<fall-line-racer-findings
              .playground=${this.playground}
              .racer=${live}
            ></fall-line-racer-findings>`
          : nothing
      }
      ${
        this.open && this.#inside.ready
          ? html`<fall-line-racer-body
              .playground=${this.playground}
              .racer=${racer}
              .choosing=${this.choosing}
              @choosing=${({ detail }: CustomEvent<boolean>) => (this.choosing = detail)}
            ></fall-line-racer-body>`
          : nothing
      }
    </div>`;
  }

  /** Whether it has stopped for now. In the past it has not. */
  #rests(live: Racer): boolean {
    const { race } = this.playground;
    if (live !== this.playground.racer(live.key) || race.at === 0) return false;
    return live.status === 'diverged' || race.state === 'paused' || race.state === 'finished';
  }

  /** The racer that the engine refused, although its last curve is still shown. In an open card its control tells. */
  get #refused(): Racer | undefined {
    const { refused } = this.playground.race;
    return this.open ? undefined : refused.find(({ key }) => key === this.racer.key);
  }

  /** The settings in one line, which breaks only between settings. */
  #summary() {
    const { catalog, settings } = this.playground;
    const rule = racerSummary(catalog, this.playground.race.optimizerOf(this.racer));
    const name = nameParts(catalog, settings.racers, this.racer);
    return (
      [...rule, ...surroundings(catalog, this.racer)]
        // If several racers have the same rule, the name already contains what distinguishes them.
        .filter((setting) => !name.includes(setting))
        .map(
          (setting, index, all) =>
            html`<span>${setting}${index < all.length - 1 ? ' ·' : ''}</span> `,
        )
    );
  }

  #loss(live: Racer | undefined) {
    if (!this.racer.on) return html`<span class="loss quiet">${msg('off')}</span>`;
    switch (live?.status) {
      case 'diverged':
      case 'refused':
      case 'failed':
        return html`<span class="loss bad">${stateWord(live.status)}</span>`;
      case 'running':
      case 'reached':
      case 'converged':
        return html`<span class="loss">${threeDigits(this.#lastLoss(live))}</span>`;
      default:
        return html`<span class="loss quiet">–</span>`;
    }
  }

  #lastLoss(live: Racer): number {
    const { race, settings } = this.playground;
    return lossAt(live, live.curve.length - 1, decidingLoss(race, settings.view.show));
  }

  #toggle(): void {
    this.open = !this.open;
    this.playground.inspect({ racer: this.racer.key });
  }

  #chooseAnother(): void {
    this.open = true;
    this.choosing = true;
  }
}

/** Whether a racer has notes to show. */
function isNoteworthy({ status, changes }: Racer): boolean {
  return changes.length > 0 || !['loading', 'running', 'diverged'].includes(status);
}

declare global {
  interface HTMLElementTagNameMap {
    'fall-line-racer': RacerCard;
  }
}
