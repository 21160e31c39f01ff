// SPDX-License-Identifier: MIT
import { html, nothing, unsafeCSS } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { OptimizerEntry } from '../../../../wasm/types.ts';
import { msg } from '../../language/message.ts';
import type { PlaygroundEvent } from '../../playground/playground.ts';
import { needWords } from '../../catalog/needs.ts';
import { optimizerRows, type RacerSettings, takesRate } from '../../model/settings.ts';
import { chooseOptimizer, removeRacer, switchRacer } from '../../playground/racers.ts';
import { shared } from '../../styles/shared.ts';
import { guideOf, guideStyles } from '../controls/guide.ts';
import { chevronIcon, copyIcon, removeIcon } from '../controls/icons.ts';
import '../optimizer/optimizer-list.ts';
import type { OptimizerEvent } from '../optimizer/optimizer-list.ts';
import { PlaygroundElement } from '../base/playground-element.ts';
import '../optimizer/racer-schedule.ts';
import '../optimizer/racer-wrappers.ts';
import { referenceLink } from '../controls/reference-link.ts';
import '../controls/rule-formula.ts';
import '../controls/setting-control.ts';
import type { SettingEvent } from '../controls/setting-control.ts';
import styles from './racer-body.css?inline';

/** The content of an open card: the racer's optimizer, its settings, and its texts. */
@customElement('fall-line-racer-body')
export class RacerBody extends PlaygroundElement {
  static override styles = [shared, guideStyles, unsafeCSS(styles)];
  protected override readonly watches: readonly PlaygroundEvent[] = [
    'settings',
    'state',
    'numbers',
  ];
  @property({ attribute: false }) racer!: RacerSettings;
  /** Whether the list of optimizers is open. */
  @property({ attribute: false }) choosing = false;

  override render() {
    const { racer, playground } = this;
    const entry = playground.catalog.optimizers.find(({ id }) => id === racer.optimizer.id);
    if (!entry) return nothing;
    const { values } = playground.race.optimizerOf(racer);
    return html`<button
        class="outlined optimizer"
        aria-expanded=${this.choosing}
        @click=${() => this.#setChoosing(!this.choosing)}
      >
        <span><span class="hidden-words">${msg('Optimizer:')} </span>${entry.name}</span>
        ${chevronIcon}
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
            data-part=${row.id}
            .row=${row}
            .value=${values[row.id]}
            @setting=${({ detail }: SettingEvent) => playground.setHyperparameter(racer.key, detail.id, detail.value)}
          ></fall-line-setting>`,
      )}
      ${
        takesRate(playground.catalog, entry.id)
          ? html`<fall-line-racer-schedule
              data-part="schedule"
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
          ${copyIcon} ${msg('Duplicate')}
        </button>
        <button class="outlined" @click=${() => switchRacer(playground, racer.key, !racer.on)}>
          ${racer.on ? msg('Switch off') : msg('Switch on')}
        </button>
        <button class="outlined" @click=${this.#remove}>${removeIcon} ${msg('Remove')}</button>
      </div>`;
  }

  /** Removes the racer. The keyboard goes on at the card that takes its place, or where racers are added. */
  async #remove(): Promise<void> {
    const card = (this.getRootNode() as ShadowRoot).host;
    const panel = card.getRootNode() as ShadowRoot;
    const next = card.nextElementSibling ?? card.previousElementSibling;
    const head = next?.shadowRoot?.querySelector<HTMLElement>('.head');
    await removeRacer(this.playground, this.racer.key);
    (head ?? panel.querySelector<HTMLElement>('.add'))?.focus();
  }

  /** The summary, and a closed section with the guide and the cost of a step. */
  #about(entry: OptimizerEntry) {
    const { summary, cost, memory, needs, paper } = entry;
    const facts = html`<p>
        <b>${msg('Cost of a step.')}</b> ${msg('{cost}. Memory: {memory}.', { cost, memory })}
      </p>
      <p><b>${msg('Uses')}</b> ${needs.map((need) => msg(needWords[need])).join(', ')}.</p>
      <p>
        <b>${msg('Source.')}</b>
        <span lang="en"
          ><a href=${paper.url} target="_blank" rel="noopener">${paper.title}</a>, ${paper.authors},
          ${paper.year}.</span
        >
      </p>`;
    return html`<p class="about">${summary} ${referenceLink('optimizers', entry)}</p>
      ${guideOf(entry, facts)}`;
  }

  #choose({ detail }: OptimizerEvent): void {
    this.#dismiss();
    void chooseOptimizer(this.playground, this.racer.key, detail);
  }

  #dismiss(): void {
    this.#setChoosing(false);
    this.renderRoot.querySelector<HTMLElement>('.optimizer')?.focus();
  }

  #setChoosing(detail: boolean): void {
    this.dispatchEvent(new CustomEvent('choosing', { detail }));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'fall-line-racer-body': RacerBody;
  }
}
