// SPDX-License-Identifier: MIT
import { css, html, nothing } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import type { Precision } from '../../../wasm/types.ts';
import type { Unit } from '../engine/messages.ts';
import { readNumber } from '../state/links/value.ts';
import { units } from '../state/settings.ts';
import { shared } from '../styles/shared.ts';
import { diceIcon } from './icons.ts';
import { PlaygroundElement } from './playground-element.ts';
import './setting-control.ts';
import type { SettingEvent } from './setting-control.ts';

const unitNames: Record<Unit, string> = {
  steps: 'steps',
  epochs: 'epochs',
  samples: 'samples',
};

const largestSeed = 2 ** 31;

/** When the race ends, from which start, and in which arithmetic. */
@customElement('fall-line-race-panel')
export class RacePanel extends PlaygroundElement {
  static override styles = [
    shared,
    css`
      .line {
        display: grid;
        grid-template-columns: minmax(0, 1fr) auto auto;
        gap: 6px;
        align-items: center;
        margin-top: 12px;
      }
      .line input {
        width: 72px;
        text-align: right;
        font: 13px var(--mono);
      }
      .line select {
        width: 84px;
        font-size: 13px;
      }
      .message {
        color: var(--warn);
        font-size: 13px;
      }
      .hint {
        grid-column: 1 / -1;
        font-size: 13px;
        color: var(--ink-2);
      }
      .starts {
        display: grid;
        grid-template-columns: 1fr 1fr;
        gap: 8px;
        margin-top: 12px;
      }
    `,
  ];
  @state() private message = '';

  override render() {
    const { settings, catalog } = this.playground;
    const { budget, target, precision } = settings;
    return html`<div class="card">
      <h2>Race</h2>
      <div class="line">
        <label for="amount">Ends after</label>
        <input
          id="amount"
          inputmode="decimal"
          .value=${String(budget.amount)}
          @change=${this.#setAmount}
        />
        <select aria-label="Unit of the budget" @change=${this.#setUnit}>
          ${units.map((unit) => html`<option value=${unit} ?selected=${unit === budget.unit}>${unitNames[unit]}</option>`)}
        </select>
      </div>
      <div class="line">
        <label for="target">Or at a test loss of</label>
        <input
          id="target"
          inputmode="decimal"
          placeholder="none"
          .value=${target === null ? '' : String(target)}
          @change=${this.#setTarget}
        />
      </div>
      ${this.message ? html`<p class="message" role="alert">${this.message}</p>` : nothing}
      <div class="line">
        <label for="precision">Arithmetic</label>
        <select id="precision" @change=${this.#setPrecision}>
          <option value="float32" ?selected=${precision === 'float32'}>float32</option>
          <option value="float64" ?selected=${precision === 'float64'}>float64</option>
        </select>
      </div>
      ${catalog.settings.run.map(
        (row) =>
          html`<fall-line-setting
            style="margin-top:8px"
            .row=${row}
            .value=${settings.run[row.id]}
            @setting=${({ detail }: SettingEvent) => this.playground.set('run', { [detail.id]: detail.value })}
          ></fall-line-setting>`,
      )}
      <div class="starts">
        <button class="outlined" title="Other samples of the same kind" @click=${this.#newData}>
          ${diceIcon} New data
        </button>
        <button
          class="outlined"
          title="Other first weights and mini-batches, the same for all"
          @click=${this.#newStart}
        >
          ${diceIcon} New start
        </button>
      </div>
    </div>`;
  }

  #positive(event: Event, name: string): number | undefined {
    const text = (event.target as HTMLInputElement).value.trim();
    const number = readNumber(text);
    const legal = number !== undefined && number > 0 && number <= 1e9;
    this.message = legal
      ? ''
      : `${name} must be a number above 0, at most 1e9; ${text || 'nothing'} is not.`;
    return legal ? number : undefined;
  }

  #setAmount(event: Event): void {
    const amount = this.#positive(event, 'The budget');
    if (amount === undefined) return;
    const { unit } = this.playground.settings.budget;
    void this.playground.update({
      budget: { unit, amount: unit === 'epochs' ? amount : Math.ceil(amount) },
    });
  }

  /** The race stays as long as it was, in the other unit. */
  #setUnit(event: Event): void {
    const unit = (event.target as HTMLSelectElement).value as Unit;
    const { budget } = this.playground.settings;
    const { quantum } = this.playground.race;
    const steps = budget.amount / quantum;
    const perStep = this.playground.race.quantumIn(unit);
    const amount = Math.max(1, Math.round(steps * perStep));
    void this.playground.update({ budget: { unit, amount } });
  }

  #setTarget(event: Event): void {
    if ((event.target as HTMLInputElement).value.trim() === '') {
      this.message = '';
      void this.playground.update({ target: null });
      return;
    }
    const target = this.#positive(event, 'The test loss');
    if (target !== undefined) void this.playground.update({ target });
  }

  #setPrecision(event: Event): void {
    const precision = (event.target as HTMLSelectElement).value as Precision;
    void this.playground.update({ precision });
  }

  #newData(): void {
    const { seed } = this.playground.settings.dataset.values;
    void this.playground.setDataset({ seed: nextSeed(seed) });
  }

  #newStart(): void {
    void this.playground.set('run', { seed: nextSeed(this.playground.settings.run.seed) });
  }
}

function nextSeed(seed: unknown): number {
  return ((typeof seed === 'number' ? seed : 0) + 1) % largestSeed;
}

declare global {
  interface HTMLElementTagNameMap {
    'fall-line-race-panel': RacePanel;
  }
}
