// SPDX-License-Identifier: MIT
import { html, nothing, unsafeCSS } from 'lit';
import { customElement } from 'lit/decorators.js';
import type { Hyperparameter, SettingValue } from '../../../../wasm/types.ts';
import { grouped } from '../../format/number.ts';
import { msg, plural } from '../../language/message.ts';
import type { Unit } from '../../model/clock.ts';
import { type Draw, unitName } from '../../model/problem-kind.ts';
import {
  type Component,
  type Pacing,
  pacings,
  type PrecisionChoice,
  type Settings,
  units,
  usualAxis,
  type Values,
} from '../../model/settings.ts';
import { shared } from '../../styles/shared.ts';
import { diceIcon } from '../controls/icons.ts';
import { PlaygroundElement } from '../base/playground-element.ts';
import { amountRow, pacingRow, precisionRow, targetRow, unitRow } from './race-rows.ts';
import '../controls/setting-control.ts';
import type { SettingEvent } from '../controls/setting-control.ts';
import styles from './race-panel.css?inline';

const largestSeed = 2 ** 31;

/** The settings of the race: when it ends, its start, and its precision. */
@customElement('fall-line-race-panel')
export class RacePanel extends PlaygroundElement {
  static override styles = [shared, unsafeCSS(styles)];

  override render() {
    const { settings, catalog, race } = this.playground;
    const { budget, target, precision } = settings;
    const { kind } = race;
    const goal = targetRow(kind);
    return html`<div class="card">
      <h2>${msg('Race')}</h2>
      ${this.#control(amountRow(budget.unit), budget.amount, (value) => this.#setAmount(Number(value)))}
      ${this.#continued()}
      ${this.#control(unitRow(kind), budget.unit, (value) => this.#setUnit(value))}
      ${this.#control(pacingRow(), settings.pacing, (value) => this.#setPacing(value))}
      ${settings.pacing === 'free' ? this.#aboutTime() : nothing}
      ${
        race.floor === undefined
          ? nothing
          : this.#control(goal, target ?? goal.default, (value) =>
              this.#update({ target: typeof value === 'number' ? value : null }),
            )
      }
      ${this.#control(precisionRow(), precision, (value) =>
        this.#update({ precision: value as PrecisionChoice }),
      )}
      ${catalog.settings.run.map((row) =>
        this.#control(row, settings.run[row.id], (value) => this.#setRun(row, value)),
      )}
      <div class="starts">${kind.draws(settings).map((draw) => this.#draw(draw))}</div>
    </div>`;
  }

  /** A note that Continue has extended the race beyond its length. */
  #continued() {
    const { race, settings } = this.playground;
    const { amount, unit } = settings.budget;
    if (race.limit === amount) return nothing;
    return html`<p class="quiet">
      ${msg('Continued: this race ends after {amount} {unit}.', {
        amount: grouped(race.limit),
        unit: unitName(race.kind, unit),
      })}
    </p>`;
  }

  #aboutTime() {
    const { engines, racers } = this.playground.race;
    return html`<p class="quiet">
      ${msg('Time is the time that a racer’s own steps take on this device. A few milliseconds are mostly noise, so make the race longer to compare speeds.')}
      ${
        racers.length > engines
          ? plural(
              racers.length,
              '{n} racer takes turns, and waiting does not count.',
              '{n} racers take turns, and waiting does not count.',
            )
          : nothing
      }
    </p>`;
  }

  /** A button for new random numbers. */
  #draw({ seed, name, doc }: Draw) {
    return html`<button
        class="outlined"
        aria-describedby=${seed}
        @click=${() => this.#newSeed(seed)}
      >
        ${diceIcon} ${msg(name)}
      </button>
      <span id=${seed}>${msg(doc)}</span>`;
  }

  #control(
    row: Hyperparameter,
    value: SettingValue | undefined,
    set: (value: SettingValue) => void,
  ) {
    return html`<fall-line-setting
      .row=${row}
      .value=${value}
      @setting=${({ detail }: SettingEvent) => set(detail.value)}
    ></fall-line-setting>`;
  }

  #update(change: Partial<Settings>): void {
    void this.playground.update(change);
  }

  #setRun(row: Hyperparameter, value: SettingValue): void {
    void this.playground.set('run', { [row.id]: value });
  }

  #setAmount(amount: number): void {
    this.#update({ budget: { unit: this.playground.settings.budget.unit, amount } });
  }

  /** Changes the unit and keeps the length of the race. */
  #setUnit(value: SettingValue): void {
    const unit = units.find((known): known is Unit => known === value);
    if (!unit) return;
    const { race, settings } = this.playground;
    const steps = settings.budget.amount / race.quantum;
    const amount = Math.max(1, Math.round(steps * race.quantumIn(unit)));
    this.#update({ budget: { unit, amount } });
  }

  #setPacing(value: SettingValue): void {
    const pacing = pacings.find((known): known is Pacing => known === value);
    if (!pacing) return;
    const { view, budget } = this.playground.settings;
    this.#update({ pacing, view: { ...view, axis: usualAxis(pacing, budget.unit) } });
  }

  #newSeed(of: Draw['seed']): void {
    void this.playground.update(({ dataset, run }) =>
      of === 'dataset' ? { dataset: withNextSeed(dataset) } : { run: nextSeed(run) },
    );
  }
}

function withNextSeed({ id, values }: Component): Component {
  return { id, values: nextSeed(values) };
}

function nextSeed(values: Values): Values {
  const { seed } = values;
  return { ...values, seed: ((typeof seed === 'number' ? seed : 0) + 1) % largestSeed };
}

declare global {
  interface HTMLElementTagNameMap {
    'fall-line-race-panel': RacePanel;
  }
}
